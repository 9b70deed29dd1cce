"""Noun phrases of parties, weapons and deeds, and where the clause round a word begins.

There is no parse: a phrase runs over the words that may stand in one and ends at the first that may not. A word that is
a verb in one text and a noun in another ("strikes", "fire") is told apart by what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST = 14
_REACH = 40
_AUXILIARY = frozenset({"not", "never", "did", "do", "does", "don't", "didn't", "doesn't", "will", "would", "can"})
_NOUNS = frozenset(
    {"shelling", "bombing", "shooting", "killing", "stabbing", "beheading", "firing", "building", "hijacking"}
)
"""Nouns that look like participles."""
_ENDS = ("conjunctions", "relatives", "subordinators", "be", "have")


class Phrases:
    """Reads phrases and clauses in the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.tokens, self.words = tokens, words

    def low(self, at: int) -> str:
        """A token in lower case; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def end(self, start: int) -> int:
        """Where the noun phrase ends that starts at a token; `start` itself when none does."""
        at = start
        while at < min(len(self.tokens), start + _LONGEST) and self._inside(at, start):
            at += 1
        while at > start and (self.tokens[at - 1].text in ('"', "of", "'s", "(") or self._only_dates(at - 1)):
            at -= 1
        return at

    def _only_dates(self, at: int) -> bool:
        """Whether a word behind a phrase says when: "by vigilantes last month", "Pretoria first accused"."""
        low = self.low(at)
        small = self.words.has("blame.calendar", low) or self.words.has("function.adverbs", low) or low == "first"
        return (small or low.endswith("ly")) and not self.tokens[at].is_capital

    def start(self, end: int) -> int:
        """Where the noun phrase begins that ends before a token; `end` itself when none does."""
        at = end
        while at > 0 and end - at < _LONGEST and self._inside(at - 1, -1):
            at -= 1
            if self.words.has("function.determiners", self.low(at)) and self.low(at - 1) != "of":
                break
        while at < end and (self.tokens[at].text in ('"', "of", "'s", ")") or self.is_opening(at)):
            at += 1
        return at

    def _inside(self, at: int, start: int) -> bool:
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if token.low == "of" and self._is_charge(at + 1):
            return False
        if token.low in ("'s", "of", '"') or token.text in ("(", ")"):
            return at != start and not (token.text == "(" and not self._is_acronym(at))
        if token.low == "and":
            return at > start and self._joins_names(at)
        if not token.is_word:
            return token.text[0].isdigit()
        if token.low in self.words.any_of(_ENDS):
            return token.low == "that" and at == start
        if self.words.has("function.prepositions", token.low):
            return False
        return not self.is_verb(at, start)

    def _is_charge(self, at: int) -> bool:
        """Whether "of" brings what somebody is accused of: "accused the army of bombing", "of the latest massacre"."""
        if self.low(at).endswith("ing") and not self.tokens[at].is_capital:
            return True
        if self.low(at) not in ("the", "a", "an", "this"):
            return False
        return any(self.words.has("blame.acts", self.low(p)) for p in range(at + 1, min(at + 4, len(self.tokens))))

    def _is_acronym(self, at: int) -> bool:
        """Whether a parenthesis holds a short name: "(RSF)"."""
        return self.low(at + 2) == ")" and self.tokens[at + 1].is_capital

    def _joins_names(self, at: int) -> bool:
        """Whether "and" stands inside one phrase: "British and American raids", "the army and its allies"."""
        after = at + 1 < len(self.tokens) and self.tokens[at + 1]
        return bool(after) and (
            (self.tokens[at - 1].is_capital and self.tokens[at + 1].is_capital)
            or self.low(at + 1) in ("allied", "affiliated", "associated")
            or (self.low(at + 1) in ("its", "their") and self.words.has("blame.allies", self.low(at + 2)))
        )

    def is_opening(self, at: int) -> bool:
        """Whether a word opens a clause before its subject: an adverb, a day, a preposition, a mark."""
        low = self.low(at)
        return (
            self.words.has("function.adverbs", low)
            or self.words.has("blame.calendar", low)
            or self.words.has("function.prepositions", low)
            or low in ("and", "or", "but", "-", "*", "\u2014", ",", ":", ")", '"')
            or (
                low[:1].isdigit()
                and (len(low) == 4 or ":" in low or self.words.has("blame.calendar", self.low(at + 1)))
            )
        )

    def is_verb(self, at: int, start: int = -1) -> bool:
        """Whether a word is a verb where it stands; `start` is where the phrase before it began."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        low, has = token.low, self.words.has
        if token.is_capital and at:
            return False
        before = self.low(at - 1)
        if (
            not low.endswith(("ed", "ing"))
            and before != "that"
            and (
                (
                    has("function.prepositions", before)
                    and before not in ("to", "after", "before", "as", "since", "than")
                )
                or (has("function.determiners", before) and before != "all")
            )
        ):
            return False
        known = has("function.verbs", low) or low in self.words.any_of(("blame.act_verbs", "blame.accuses"))
        known = known or low in self.words.any_of(("speech.verbs.says", "speech.verbs.claims", "speech.verbs.admits"))
        if not known and (hit := self.words.outcome(self.tokens, at)) is not None:
            known = hit[1][0].form in ("past", "participle", "suffers", "s", "base", "ing")
        if not known and "-" in low:
            return False  # "hill-based militants"
        if not known:
            return low.endswith(("ed", "ing")) and len(low) > 4 and not self._describes(at, start)
        if has("blame.acts", low) or has("speech.nouns", low):
            return not self._ends_phrase(at, start)
        return not (low.endswith(("ed", "ing")) and self._describes(at, start))

    def _describes(self, at: int, start: int) -> bool:
        """Whether a participle stands before its noun: "the besieged city", "armed men", "fleeing crowd"."""
        low = self.low(at)
        before = self.low(at - 1)
        opens = at == start or self.words.has("function.determiners", before) or before in ("of", "'s")
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or not after.is_word:
            return low in _NOUNS
        if self.words.has("function.determiners", after.low) and after.low != "that":
            return False
        if self.words.has("blame.adjectives", low) and not self.words.has("function.prepositions", after.low):
            return True
        goes_on = not self.words.has("function.prepositions", after.low) and not self.words.has(
            "blame.attacks", after.low
        )
        return (opens and goes_on) or (not goes_on and low in _NOUNS)

    def _ends_phrase(self, at: int, start: int) -> bool:
        """Whether a word that may be a verb is a noun here: after an article or a name, with no object behind it."""
        before, after = self.low(at - 1), self.low(at + 1)
        if before in _AUXILIARY:
            return False
        if at == start or self.words.has("function.determiners", before) or before == "'s":
            return True
        takes = (
            (self.words.has("function.determiners", after) and after != "that")
            or after[:1].isdigit()
            or (at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital)
            or after in ("at", "out", "off", "only")
        )
        return not takes and before not in ("to", "and", "who", "which", "they", "it", "he", "she", "we")

    def clause_start(self, at: int) -> int:
        """The first token of the clause that a token stands in."""
        for place in range(at - 1, max(-1, at - _REACH), -1):
            if self._begins_clause(place, at):
                return place + 1
        return max(0, at - _REACH)

    def _begins_clause(self, place: int, at: int) -> bool:
        low = self.low(place)
        if low in (";", ":", "!", "?") or (low == '"' and self.low(place - 1) in (",", ":")):
            return True
        if self.words.has("function.subordinators", low) and not self._is_preposition(place):
            return True
        if low in ("that", "who", "which", "whom", "what", "but"):
            return place + 1 < at
        if low in ("-", "\u2014"):
            return place < 12 and all(not t.is_word or t.is_capital or t.text[0].isdigit() for t in self.tokens[:place])
        spoken = low in self.words.any_of(
            ("speech.verbs.says", "speech.verbs.claims", "speech.verbs.admits", "speech.verbs.confirms")
        )
        if spoken and not self.words.has("speech.needs_clause", low):
            return self.is_verb(place) and place + 1 < at
        return low in (",", "and") and place + 1 < at and self._splits(place, at)

    def _is_preposition(self, place: int) -> bool:
        """Whether "after", "before" or "since" stands before a noun phrase and no clause."""
        if self.low(place) not in ("after", "before", "since", "during", "despite", "as"):
            return False
        end = self.end(place + 1)
        return not (
            end < len(self.tokens) and (self.is_verb(end, place + 1) or self.words.has("function.be", self.low(end)))
        )

    def _splits(self, place: int, at: int) -> bool:
        """Whether a comma or "and" ends a fronted phrase or a whole clause, so that a subject follows."""
        if self.low(place) == "," and place < 16 and self._is_fronted(place):
            return True
        after = self.end(place + 1)
        if after == place + 1 or not (after >= at or self._is_finite(after)):
            return False
        return any(self._is_finite(p) for p in range(self.clause_start_before(place), place))

    def _is_fronted(self, comma: int) -> bool:
        """Whether what stands before a comma only sets the scene: "On Monday,", "A day earlier,", "In the north,"."""
        dated = any(self.words.has("blame.calendar", self.low(p)) for p in range(comma))
        return (dated or self.is_opening(0) or self.low(0) == "according") and not any(
            self.is_verb(p) for p in range(1, comma) if self.low(p) not in ("following", "according")
        )

    def clause_start_before(self, place: int) -> int:
        """The token after the last hard end of a clause before a place."""
        for at in range(place - 1, max(-1, place - _REACH), -1):
            low = self.low(at)
            if low in (";", ":", "that", "but") or (
                low in self.words.any_of(("speech.verbs.says", "speech.verbs.claims")) and self.is_verb(at)
            ):
                return at + 1
        return max(0, place - _REACH)

    def _is_finite(self, at: int) -> bool:
        low = self.low(at)
        return (
            self.words.has("function.be", low) or self.words.has("function.have", low) or self.is_verb(at)
        ) and not (low.endswith("ing") or self.low(at - 1) == "to")
