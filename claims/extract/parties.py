"""The parties of a statement of responsibility: who says it, who is accused, and of what."""

from __future__ import annotations

from collections.abc import Callable

from claims.extract.actors import is_actor, same_side
from claims.extract.analysis import Analysis
from claims.extract.charge import Range
from claims.extract.document import Document
from claims.extract.doers import Doers
from claims.extract.own_men import are_own_men
from claims.extract.parties_told import kind_of
from claims.extract.reach import frame_of
from claims.extract.speech import Clauses
from claims.extract.words import Words

_SHARED = frozenset({"and", "but", "or", ",", "then", "also"})


class Parties:
    """Finds the parties in one sentence, as token ranges."""

    def __init__(self, document: Document, analysis: Analysis, teller: Callable[[int], str], words: Words) -> None:
        self.document, self.analysis, self.words = document, analysis, words
        self.teller = teller
        self.tokens = analysis.sentence.tokens
        self.clauses = Clauses(analysis.sentence, analysis.moments, words)
        self.doers = Doers(self.tokens, words)

    def _text(self, span: Range) -> str:
        start, end = self.analysis.offsets(*span)
        return self.document.raw[start:end]

    def _low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def _has(self, name: str, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].low in self.words.lists["blame." + name]

    def _lows(self, start: int, end: int) -> list[str]:
        return [self._low(p) for p in range(start, end)]

    def _any(self, name: str, start: int, end: int) -> int | None:
        """The first word of a list in a stretch."""
        return next((p for p in range(max(0, start), min(end, len(self.tokens))) if self._has(name, p)), None)

    def _kind(self, span: Range) -> str:
        return kind_of(self._text(span), self.words)

    def _is_party(self, span: Range) -> bool:
        return self._kind(span) in ("party", "owned", "group", "name")

    def _speaker(self, at: int) -> Range | None:
        """Who speaks for a statement that has no subject of its own: the frame round it."""
        frame = frame_of(self.analysis.sentence, self.analysis.frames, at, self.words)
        return frame.said_by if frame is not None else None

    def _sayer(self, verb: int) -> Range | None:
        """Who does what a verb of accusing, denying or claiming says; None where the words name nobody who can."""
        found = self._subject_of(verb)
        if found is None or not self.clauses.can_speak(*found) or self._low(found[0]) in ("no", "nobody", "none"):
            return None
        if self._kind(found) == "pronoun" and (round_it := self._speaker(verb)) is not None:
            found = round_it  # "the group said it held both sides responsible"
        found = self._with_first_head(found)
        said = range(found[0], found[1] - 1)
        noun = next((p for p in said if self.words.has("speech.nouns", self._low(p)) or self._low(p) == "charge"), None)
        if noun is not None and self._low(noun + 1) not in ("of", "by", "from", "'s", ","):
            return noun + 1, found[1]  # "an accusation Yerevan denied"
        return found

    def _with_first_head(self, found: Range) -> Range:
        """Both speakers of "both the army and the RSF accused"."""
        if self._low(found[0] - 1) != "and":
            return found
        start = self.doers.start(found[0] - 1)
        both = start - (self._low(start - 1) == "both")
        return (both, found[1]) if "both" in (self._low(both), self._low(start)) else found

    def _subject_of(self, verb: int) -> Range | None:
        first = self.doers.group_start(verb)
        before = self._low(first - 1)
        if "to" in (self._low(verb - 1), before) and (rings := self._ringer(verb)) is not None:
            return rings
        moves = any(self.words.has("function.be", self._low(p)) for p in range(first, verb))
        if self._low(verb).endswith("ing") and not moves:
            return self._participle_subject(first)
        if before in ("which", "who"):
            return self.doers.antecedent(first - 1)
        if before in _SHARED and not self._closes_aside(first):
            return self._shared(first)
        found = self.clauses.before(verb)
        if found is not None and self.clauses.can_speak(*found):
            return found
        return self.doers.subject(verb)

    def _ringer(self, verb: int) -> Range | None:
        """Who "rang a station to deny it", "went on air to blame the army"."""
        start = max((p + 1 for p in range(max(0, verb - 24), verb) if self._low(p) in (";", "but")), default=0)
        rings = next((p for p in range(start, verb - 1) if self.words.match("blame.rings", self.tokens, p)), None)
        if rings is None:
            return None
        said = (f.said_by for f in self.analysis.frames if f.said_by is not None and start <= f.said_by[0] < rings)
        found = next(said, None) or self.clauses.before(rings)
        return found if found is not None and self.clauses.can_speak(*found) else None

    def _closes_aside(self, first: int) -> bool:
        """Whether a comma before a verb closes what was inserted after its subject: "X, the spokesman, said"."""
        aside = self.clauses.past_aside(first) if self._low(first - 1) == "," else None
        opener = self._low(aside[1]) == "," and self._low(aside[1] + 1) in ("who", "whom", "which") if aside else False
        return opener or (
            aside is not None
            and self.clauses.can_speak(*aside)
            and not any(
                self.doers.is_verb(p) for p in range(aside[0], first) if not self._low(p).endswith(("ing", "ed"))
            )
        )

    def _shared(self, first: int) -> Range | None:
        """The subject of the verb before, in "X denied the claim and accused Y"."""
        for frame in reversed(self.analysis.frames):
            if frame.last <= first and frame.said_by is not None and frame.said_by[1] <= first:
                return frame.said_by
        for found in (self.doers.subject(first), self.clauses.subject_of_sentence(first)):
            if found is not None and self.clauses.can_speak(*found):
                return found
        return None

    def _participle_subject(self, at: int) -> Range | None:
        own = self.clauses.phrase(at)
        if own is not None and self._low(own[0] - 1) == "with" and self.clauses.can_speak(*own):
            return own  # "with both governments accusing the other"
        last = next((f for f in reversed(self.analysis.frames) if f.last <= at and f.said_by), None)
        return last.said_by if last is not None else self.clauses.subject_of_sentence(at)

    def _phrase(self, start: int) -> Range | None:
        """The noun phrase that starts at a token, without a quotation mark before it."""
        while self._low(start) in ('"', "both"):
            start += 1
        if self._low(start) == "each" and self._low(start + 1) == "other":
            return start, start + 2
        end = self.doers.end(start)
        return (start, end) if end > start else None

    def _by(self, start: int, reach: int = 14) -> Range | None:
        """Who follows "by" soon after a token."""
        for place in range(start, min(len(self.tokens), start + reach)):
            if self._low(place) == "by":
                return self._phrase(place + 1)
            if self._low(place) in (";", "that", "but"):
                return None
        return None

    def _owner(self, span: Range) -> Range | None:
        """Whose deed a phrase names: a party in it ("the Syrian attacks"), or who follows "by"."""
        if is_actor(self._text(span)):
            return span
        by = self._by(span[1], 6)
        return by if by is not None and self._is_party(by) else None

    def _is_own(self, who: Range, speaker: Range | None) -> bool:
        """Whether a party is the speaker, or belongs to it; inside quotation marks only "we" and "our" do."""
        words = {self._low(p) for p in range(*who)}
        if speaker is None or self.analysis.sentence.in_quotes(who[0]):
            teller = self._text(speaker) if speaker is not None else self.teller(who[0])
            mine = bool(words & {"we", "our", "i", "us", "my"}) or same_side(self._text(who), teller)
            return mine or are_own_men(self._text(who), teller, self.words)
        if who == speaker or self._kind(who) in ("pronoun", "owned") or words & {"its", "their", "our", "his"}:
            return True
        if same_side(self._text(who), self._text(speaker)):
            return True
        return are_own_men(self._text(who), self.teller(who[0]), self.words)

    def _clause_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].text not in (",", ";", ".", '"'):
            end += 1
        return end

    def _act_after(self, at: int) -> Range | None:
        """What follows "of" or "for" after the accused, up to the end of the clause."""
        start = next((p + 1 for p in range(at, min(at + 8, len(self.tokens))) if self._low(p) in ("of", "for")), None)
        return self._act_from(start) if start is not None and start < len(self.tokens) else None

    def _act_from(self, start: int) -> Range | None:
        """The words of a deed; None for "the attack", which is the event itself."""
        end = min(self._clause_end(start), start + 16)
        words = [token.low for token in self.tokens[start:end]]
        plain = words[:1] and words[0] in ("the", "this", "that", "these")
        if len(words) <= 3 and plain and self.words.has("blame.acts", words[-1]):
            return None
        return start, end
