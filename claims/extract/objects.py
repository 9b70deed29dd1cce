"""The people after a verb: its object, and those joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extract.noun_phrases import ATTRIBUTES
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_WHOSE = frozenset({"their", "its"})
"""What opens "and their allies", who are counted with the people before them."""


class Objects:
    """Finds people in one sentence; `used` holds those who are already the object of a verb."""

    def __init__(self, sentence: Sentence, persons: list[Persons], counts: list[Count], words: Words) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.persons, self.counts, self.words = persons, counts, words
        self.by_first = {p.first: p for p in persons}
        self.covered = frozenset(at for p in persons for at in range(p.first, p.last))
        self.by_noun = {p.noun[0]: p for p in persons}
        self.used: set[int] = set()
        self.verb_end = 0
        self.counted: set[int] = set()
        self.attributes = self._attributes()

    def _object(self, at: int) -> Persons | None:
        """The people right after a verb, past adverbs."""
        for place in range(at, min(at + 3, len(self.tokens))):
            if place in self.by_first:
                return self.by_first[place]
            low = self.tokens[place].low
            if not (
                low.endswith("ly")
                or self.words.has("function.adverbs", low)
                or low in ('"', "all", "the", "both", "what", "its")
            ):
                return None
        return None

    def _coordinated(self, persons: Persons, is_subject: bool = False) -> Iterator[Persons]:
        """The people joined to these: ", three soldiers and a woman", as far as no verb stands between.

        `is_subject` says that the verb after the last of them is that of the whole phrase ("the bodies of ... were").
        """
        current, part = persons, persons.subset
        for _ in range(12):
            at = self._past_year(current.last)
            while at < len(self.tokens) and self.tokens[at].text in (",", '"', "("):
                at += 1
            at = self._past_join(at)
            after = self.by_first.get(at)
            named = after is not None and after.kind == "name" and persons.kind != "name"
            whose = after is not None and not after.count and after.plural and self.tokens[after.first].low in _WHOSE
            gapped = after is not None and after.count is None and any(one.first == after.last for one in self.counts)
            if (
                after is None
                or at == current.last
                or named
                or whose
                or gapped
                or (self._has_own_verb(after) and not is_subject)
            ):
                return
            if after.kind == "count" and self._is_noun_of_loss(after.last):
                return  # "the death of one guard and five injuries"
            part = part or after.subset
            current = replace(after, subset=part)
            if not part or current.count is not None or current.is_single:
                yield current

    def _is_noun_of_loss(self, at: int) -> bool:
        """Whether a noun for a loss stands here, which is read by itself: "injuries", "deaths"."""
        hit = self.words.outcome(self.tokens, at) if at < len(self.tokens) else None
        return hit is not None and hit[1][0].form == "noun"

    def _past_year(self, at: int) -> int:
        """Past "in 2009"."""
        if at + 1 < len(self.tokens) and self.tokens[at].low == "in" and self.tokens[at + 1].text.isdigit():
            return at + 2
        return at

    def _past_join(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].low in (
            "and",
            "or",
            "including",
            "plus",
            "also",
            "as",
            "well",
            "among",
            "them",
            "with",
            "along",
            "together",
            "alongside",
        ):
            at += 1
        return at

    def _has_own_verb(self, persons: Persons) -> bool:
        """Whether what follows the people is a verb of their own: "killed six and 12 were wounded"."""
        for at in range(persons.last, min(persons.last + 3, len(self.tokens))):
            low = self.tokens[at].low
            if low == "born" or (low.endswith("ing") and at == persons.last):
                return False  # "a man and a woman born in 1958"
            hit = self.words.outcome(self.tokens, at)
            if (
                self.words.has("function.be", low)
                or self.words.has("function.have", low)
                or self.words.has("function.verbs", low)
            ):
                return True
            if hit is not None and hit[1][0].form in ("past", "state", "suffers"):
                return True
            if not (self.words.has("function.adverbs", low) or low in ("others", "more", "people")):
                return self._speaks(persons)
        return False

    def _speaks(self, persons: Persons) -> bool:
        """Whether a verb of saying ends what follows people up to the next comma: "two medics at the hospital said"."""
        for at in range(persons.last, min(persons.last + 12, len(self.tokens))):
            low = self.tokens[at].low
            if self.words.has("speech.verbs.says", low) or self.words.has("speech.verbs.claims", low):
                return at + 1 >= len(self.tokens) or not self.words.has("function.prepositions", low)
            if low == "and" and persons.count is None and persons.plural:
                continue  # "police and hospital officials said"
            if low in (",", ";", "and", '"') or (low in ("who", "that") and self.tokens[persons.first - 1].low != ","):
                return False
        return False

    def _attributes(self) -> dict[int, Persons]:
        """Words for an outcome that stand before a noun for people, by their token: "73 injured people"."""
        inside = ((at, one) for one in self.persons if one.kind == "noun" for at in range(*one.noun))
        hits = ((at, one, self.words.outcome(self.tokens, at)) for at, one in inside)
        return {at: one for at, one, hit in hits if hit is not None and hit[1][0].form in ATTRIBUTES}
