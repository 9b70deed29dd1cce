"""The words for a speaker: the noun phrase before a verb, or after "by" and "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.moments import Moment
from claims.extract.person_nouns import is_person
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

STANCES = ("says", "claims", "admits", "confirms", "denies")
_FARTHEST = 28
PRONOUNS = frozenset({"he", "she", "it", "they", "we"})


class Naming:
    """Finds who speaks or acts, in one sentence."""

    def end_of_name(self, start: int) -> int:
        """Where the words for a speaker end that start here."""
        at = start
        while at < min(len(self.tokens), start + 16):
            token = self.tokens[at]
            if token.text in (",", ";", ".", ":", '"', "(", ")", "!", "?", "\u2014") or self.words.has(
                "function.relatives", token.low
            ):
                break
            if at > start and self.words.has("function.verbs", token.low) and not token.is_capital:
                break
            if at > start and (
                at in self.in_date
                or self.words.has("function.be", token.low)
                or self.words.has("function.have", token.low)
            ):
                break
            if at > start and (
                (self._stance(token.low) and not token.low.endswith("s"))
                or token.low in ("while", "but", "as", "after", "when", "on", "to")
            ):
                break
            at += 1
        while at > start and (
            self.words.has("function.prepositions", self.tokens[at - 1].low) or self.tokens[at - 1].low == "and"
        ):
            at -= 1
        return at

    def before(self, at: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a verb, with an apposition between commas."""
        end = at
        while end > 0 and (self.skips(end - 1) or (end - 1) in self.in_date):
            end -= 1
        if end and self.tokens[end - 1].text in (",", "\u2014"):
            return self.past_aside(end)
        if end > 1 and self.tokens[end - 1].low in ("which", "who"):
            return self.phrase(end - 1 - (self.tokens[end - 2].text == ","))
        found = self.phrase(end)
        if found is None or not self.can_speak(*found):
            found = self._before_relative(end) or self._opening(end) or found
        return found

    def _opening(self, end: int) -> tuple[int, int] | None:
        """The phrase that opens the sentence, for "reporters taken to the scene counted"."""
        at = 0
        while (
            at < min(end, 8) and self._in_name(at) and not self.words.has("function.prepositions", self.tokens[at].low)
        ):
            at += 1
        between = self.tokens[at:end]
        plain = all(token.is_word for token in between) and len(between) < 12
        return (0, at) if at and plain and self.can_speak(0, at) else None

    def _before_relative(self, end: int) -> tuple[int, int] | None:
        """The phrase before "who reached the site" in "a rescuer who reached the site said"."""
        at = next((p for p in range(end - 1, max(-1, end - 14), -1) if self.tokens[p].low in ("who", "which")), None)
        return self.phrase(at) if at else None

    def skips(self, at: int) -> bool:
        low = self.tokens[at].low
        return (
            self.words.has("function.have", low)
            or (self.words.has("function.adverbs", low) and not self.tokens[at].is_capital)
            or (low.endswith("ly") and low not in ("family", "italy", "assembly"))
            or low == "on"
        )

    def past_aside(self, end: int) -> tuple[int, int] | None:
        """The phrase before an aside between commas: "X, the spokesman, said"."""
        mark = self.tokens[end - 1].text
        comma = next((at for at in range(end - 2, max(-1, end - 24), -1) if self.tokens[at].text == mark), None)
        if comma is None or comma == 0:
            return None
        aside = [token.low for token in self.tokens[comma + 1 : end - 1]]
        phrase = self.phrase(comma)
        relative = bool(aside) and (
            self.words.has("function.relatives", aside[0])
            or self.words.has("function.prepositions", aside[0])
            or self.words.has("function.adverbs", aside[0])
        )
        if phrase is None or not self.can_speak(*phrase):
            return None if relative else self.phrase(end - 1) if not aside else phrase and (phrase[0], end - 1)
        return phrase if relative else (phrase[0], end - 1)

    def phrase(self, end: int) -> tuple[int, int] | None:
        start = end
        while start > 0 and end - start < _FARTHEST and self._in_name(start - 1):
            start -= 1
        start = self._trimmed(start, end)
        return (start, end) if start < end else None

    def _in_name(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "'s" or (token.text in ("-", "/", "&", "(", ")")):
            return True
        if (not token.is_word and not token.text[0].isdigit()) or at in self.in_date:
            return False
        if token.low == "and":
            return (
                at > 0
                and self.tokens[at - 1].is_capital
                and at + 1 < len(self.tokens)
                and (self.tokens[at + 1].is_capital)
                and not self._verb_before(at)
            )
        if any(
            self.words.has(f"function.{name}", token.low)
            for name in ("relatives", "subordinators", "conjunctions", "be", "have")
        ) and token.low not in ("that",):
            return False
        return token.low != "that" and not self.words.has("function.verbs", token.low) and not self._is_verb(at)

    def _verb_before(self, at: int) -> bool:
        for place in range(at - 1, max(-1, at - 16), -1):
            token = self.tokens[place]
            if token.text in (",", ";", '"'):
                return False
            if self.words.has("function.verbs", token.low) or self._is_verb(place):
                return True
        return False

    def _is_verb(self, at: int) -> bool:
        hit = self.words.outcome(self.tokens, at)
        if hit is not None and hit[1][0].form in ("past", "suffers") and not self.tokens[at].is_capital:
            return True
        if self.words.has("blame.accuses", self.tokens[at].low) and self.tokens[at].low.endswith("ed"):
            return True
        return bool(self._stance(self.tokens[at].low)) and not self._is_noun(at)

    def _trimmed(self, start: int, end: int) -> int:
        """Past adverbs, dates and prepositions that open a clause before its subject."""
        while start < end:
            low = self.tokens[start].low
            small = (
                self.words.has("function.prepositions", low)
                or self.words.has("function.adverbs", low)
                or low in ("and", "(", ")", "-", "earlier")
            )
            if not (small or start in self.in_date or low == "'s"):
                break
            start += 1
        return start

    def can_speak(self, start: int, end: int) -> bool:
        """Whether words can name a speaker: a word for one, a name, or a pronoun alone."""
        words = self.tokens[start:end]
        if len(words) == 1 and words[0].low in PRONOUNS:
            return words[0].low != "it" or not (
                end < len(self.tokens) and self.words.has("function.be", self.tokens[end].low)
            )
        if any(self.words.has("speech.heads", token.low) or is_person(token.text) for token in words):
            return (
                not words[0].text[0].isdigit()
                and "than" not in [w.low for w in words]
                and words[0].low not in ("no", "nobody", "none")
            )
        return any(
            token.is_capital
            and token.is_word
            and not self.words.has("function.determiners", token.low)
            and token.start != self.sentence.start
            for token in words
        ) or (
            bool(words)
            and words[0].is_capital
            and words[0].is_word
            and not any(
                self.words.has(f"function.{n}", words[0].low)
                for n in ("determiners", "prepositions", "pronouns", "adverbs", "conjunctions", "subordinators")
            )
            and not words[-1].text[0].isdigit()
        )

    def _stance(self, low: str) -> str:
        return next((stance for stance in STANCES if self.words.has(f"speech.verbs.{stance}", low)), "")

    def _is_noun(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        if before is None:
            return True
        noun = self.words.has("speech.nouns", self.tokens[at].low) or self.tokens[at].low in (
            "states",
            "notes",
            "shows",
            "fears",
            "state",
            "put",
            "post",
            "fear",
        )
        small = (
            self.words.has("function.determiners", before.low)
            or self.words.has("function.prepositions", before.low)
            or before.low in ("'s", "and", "of")
        )
        if noun and small and before.low not in ("that",):
            return True
        after = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if noun and after in ("and", "of", "by", ",", ".", "from", "about"):
            return self.tokens[at].low.endswith("s")
        if self.tokens[at].low in ("claimed", "claims", "claiming", "claim") and self._object_claimed(at):
            return True
        return self.tokens[at].low in (
            "say",
            "claim",
            "report",
            "deny",
            "confirm",
            "admit",
            "believe",
            "state",
            "estimate",
        ) and before.low in ("to", "not")

    def _object_claimed(self, at: int) -> bool:
        """ "Claimed responsibility", "claimed the attack", "claimed 171 lives": nothing is reported."""
        after = [token.low for token in self.tokens[at + 1 : at + 5]]
        if after[:1] in (["responsibility"], ["credit"]) or "responsibility" in after[:2]:
            return True
        if (
            after[:1]
            and after[0] in ("the", "a", "an")
            and any(self.words.has("blame.acts", low) for low in after[1:3])
        ):
            return not any(
                self.words.has("function.verbs", low) or self.words.has("function.be", low) for low in after[2:]
            )
        return any(low in ("life", "lives") for low in after[1:])

    def is_passive(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle."""
        for place in range(at - 1, max(-1, at - 4), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if not (low.endswith("ly") or self.words.has("function.adverbs", low)):
                return False
        return False

    def __init__(self, sentence: Sentence, moments: Sequence[Moment], words: Words) -> None:
        self.sentence, self.words = sentence, words
        self.tokens: list[Token] = sentence.tokens
        self.in_date = {at for at, token in enumerate(self.tokens) for m in moments if m.start <= token.start < m.end}

    def subject_of_sentence(self, at: int) -> tuple[int, int] | None:
        """The words before the first verb of the sentence, for "X condemned the attack, saying that"."""
        for place in range(min(at, _FARTHEST)):
            low = self.tokens[place].low
            if place and (
                self.words.has("function.verbs", low)
                or self._stance(low)
                or self.words.has("blame.accuses", low)
                or (low.endswith("ed") and not self.tokens[place].is_capital)
            ):
                return self.before(place)
        return None
