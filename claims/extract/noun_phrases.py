"""Where a noun phrase ends, and which of its words is the noun for people."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from claims.extract.person_nouns import entry_of, person_at, person_in
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST_RUN = 12
_OF_AGE = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-olds?")
_OLD = ("-old", "-olds")
_SUFFERERS = frozenset({"victim", "victims"})
_AILING = frozenset({"sick", "ill", "elderly"})
ATTRIBUTES = frozenset({"past", "participle", "state"})
"""The forms of a word for an outcome that can stand before a noun for people: "73 injured people"."""


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Reads noun phrases in the tokens of a sentence; `counts` are the places where a number begins."""

    tokens: Sequence[Token]
    counts: Container[int]
    words: Words

    def run(self, start: int, led: bool = False) -> int:
        """Where the words of a noun phrase that starts here end; 0 when there is none.

        `led` says that a number or an article stands before: then "displaced" may describe ("12 displaced people").
        """
        # "Two other soldiers": after a number, "other" describes.
        at = start + (led and start + 1 < len(self.tokens) and self.tokens[start].low == "other")
        describing = led
        while at < min(len(self.tokens), start + _LONGEST_RUN):
            size = self._describing(at) if describing else 0
            if not size and not self._in_phrase(at, start) and not (at == start and led and self._is_led(at)):
                break
            at += size or 1
            describing = led and (size > 0 or self.tokens[at - 1].low.endswith("ly"))
        return at if at > start and not (at == start + 1 and self.tokens[start].low == "other") else 0

    def _is_led(self, at: int) -> bool:
        """Whether a word that is also a verb stands right after an article: "a judge", "the fighting men"."""
        low = self.tokens[at].low
        if at in self.counts or not self.words.has("function.determiners", self.tokens[at - 1].low if at else ""):
            return False
        return self.words.has("speech.verbs.says", low) or (
            self.words.has("function.verbs", low) and low.endswith("ing")
        )

    def head(self, start: int, run: int) -> tuple[int, bool] | None:
        """Where the noun for people that a run is about ends, and whether it is a plural."""
        return self.headed(self.last_person(start, run), run)

    def last_person(self, start: int, run: int) -> tuple[int, bool] | None:
        """Where the last noun for people in a run ends, and whether it is a plural."""
        best: tuple[int, bool] | None = None
        at = start
        while at < run:
            size, plural = self._person(at, run)
            if size:
                best = (at + size, plural)
            at += max(size, 1)
        return best

    def headed(self, best: tuple[int, bool] | None, run: int) -> tuple[int, bool] | None:
        """The last noun for people in a run, where the run is about those people."""
        # "police station", "army posts": the noun for people is what the thing belongs to.
        ends = best is not None and (
            best[0] == run or self.tokens[best[0]].text in ('"', "'s") or self._ends_noun(best[0])
        )
        return best if best and ends and not self._owns(best[0], run) else None

    def goes_on_alike(self, start: int, run: int) -> bool:
        """Whether a run ends at the same token from whichever of its words it is read."""
        return run - start < _LONGEST_RUN and (run == len(self.tokens) or self.tokens[run].text != '"')

    def opens(self, at: int) -> bool:
        """Whether a noun phrase can begin at a token."""
        return self._in_phrase(at, at)

    def is_thing(self, at: int) -> bool:
        """Whether the word at a token is a noun for things."""
        if self.words.has("things.not_people", self.tokens[at].low):
            return True
        hit = entry_of((self.tokens[at].text,))
        return hit is not None and hit[0] == "thing"

    def is_small(self, low: str) -> bool:
        """Whether a word cannot stand in a noun phrase, or only at its beginning."""
        return low in self.words.small

    def _person(self, at: int, run: int) -> tuple[int, bool]:
        """How many words of a noun for people start at a token, and whether they are a plural."""
        token = self.tokens[at]
        if token.low.endswith(_OLD) and _OF_AGE.fullmatch(token.low):
            named = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
            return int(token.low.endswith("s") or at + 1 == run or named), token.low.endswith("s")
        if not token.is_word:
            return 0, False
        if self._is_sufferer(at):
            return 1, token.low.endswith("s")
        size, plural = person_in(self.tokens, at)
        if not size and self.words.has("things.people", token.low):
            return 1, token.low.endswith("s")
        if at + size > run:  # "prisoners" of "prisoners of war"
            size, plural = person_at((token.text,))
        return (size, plural) if size else (0, False)

    def _is_sufferer(self, at: int) -> bool:
        """Whether "victims" stands here for people who are not the dead: "three kidnapped victims"."""
        before = self.tokens[at - 1].low if at else ""
        return self.tokens[at].low in _SUFFERERS and self.words.has("persons.victims_of", before)

    def _describing(self, at: int) -> int:
        """How many tokens of a word of loss stand before a noun here: "displaced", "sick and injured"."""
        hit = self.words.outcome(self.tokens, at)
        if hit is None and self.tokens[at].low in _AILING and at + 2 < len(self.tokens):
            joined = self._describing(at + 2) if self.tokens[at + 1].low in ("and", "or") else 0
            return 2 + joined if joined else 0
        if hit is None or not any(form.form in ATTRIBUTES for form in hit[1]):
            return 0
        end = at + hit[0]
        if end + 1 < len(self.tokens) and self.tokens[end].low in ("and", "or"):
            joined = self._describing(end + 1)
            if joined:
                return end + 1 + joined - at
        return hit[0] if self._noun_soon(end) else 0

    def _noun_soon(self, at: int) -> bool:
        """Whether a noun for people follows within a few words, so that a participle before it describes them."""
        for place in range(at, min(at + 4, len(self.tokens))):
            if not self._in_phrase(place, at) or self.tokens[place].text == '"':
                return False
            if self._person(place, place + 3)[0]:
                return True
        return False

    def _begins_anew(self, at: int) -> bool:
        """Whether a number, "how" or a word of time opens something else here: "12 people last week"."""
        low = self.tokens[at].low
        return (
            at in self.counts
            or low == "how"
            or self.words.has("function.numbers", low)
            or self.words.has("persons.after_noun", low)
        )

    def _in_phrase(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if token.text == '"':
            return at + 1 < len(self.tokens) and at - start < 4
        if token.low == "'s":
            return at > start
        if token.text == "/":
            return at > start and at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
        if token.low.endswith(_OLD) and _OF_AGE.fullmatch(token.low):
            return True
        if not token.is_word or token.low in self.words.small or (at > start and self._begins_anew(at)):
            return False
        if self._after_attack(at):
            return False
        if self._is_sufferer(at):
            return True
        outcome = self.words.outcome(self.tokens, at)
        of = at + 1 < len(self.tokens) and self.tokens[at + 1].low == "of"
        return outcome is None or (at > start and outcome[1][0].form == "noun" and not of)

    def _after_attack(self, at: int) -> bool:
        """Whether a word is the verb of an attack, or an adverb before it: "the bombing primarily affected"."""
        low = self.tokens[at].low
        if low != "affected" and not low.endswith("ly"):
            return False
        at -= at > 0 and self.tokens[at - 1].low.endswith("ly")
        return at > 0 and self.words.has("events.nouns", self.tokens[at - 1].low)

    def _ends_noun(self, at: int) -> bool:
        """Whether a word after a noun for people is a name or a participle: "contractors working for"."""
        token = self.tokens[at]
        after = ("held", "loyal", "aboard", "alive", "unharmed", "unhurt", "apart", "out", "away", "off", "back")
        return (
            token.is_capital
            or token.low.endswith(("ing", "ed", "ly"))
            or token.low in after
            or token.low in self.words.results
        )

    def _owns(self, at: int, run: int) -> bool:
        return at < run and self.tokens[at].low == "'s"
