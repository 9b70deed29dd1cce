"""Who the dead were: "the dead included three women", "12 policemen were among the dead", "five of the dead"."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.happening import Happening
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.place_names import known
from claims.extract.words import Form

_MEASURES = ("casualties", "killed", "injured", "missing")
_COPULAR = tuple(f"outcomes.copular.{measure}" for measure in _MEASURES)
_OF_THE = (["of", "the"], ["of", "those"])
_NEAR = 10
"""Tokens between "those killed" and "was" at most."""
_KIN = frozenset({"of", "relatives", "relative", "families"})
"""Before "two of the dead", these make them no count of the dead."""


class Copulas(Happening):
    """Reads nouns for the dead and the wounded as a group."""

    def _group(self, at: int) -> list[Loss]:
        """What is said of "the dead", "the victims", "the wounded"."""
        low = self.tokens[at].low
        for measure in _MEASURES if low in self.words.any_of(_COPULAR) else ():
            if not self.words.has(f"outcomes.copular.{measure}", low):
                continue
            before = [token.low for token in self.tokens[max(0, at - 2) : at]]
            if before in (["among", "the"], ["amongst", "the"], ["among", "those"]):
                return self._among(at, "killed" if low.startswith("victim") else measure)
            if before in _OF_THE:
                return self._of_group(at, "killed" if low.startswith("victim") else measure)
            people = self._copular(at + 1)
            if people:
                included = self.words.has("outcomes.include", self._verb_of_copula(at + 1))
                told = "killed" if included and low.startswith("victim") else measure
                return self._happened(at, at + 1, Form(told, "noun"), people, "copula")
        if low == "alive" and at and self.words.has("function.be", self.tokens[at - 1].low):
            found = self._happened(at, at + 1, Form("killed", "state"), self._subject(at)[-1:], "alive")
            return [replace(loss, low=0, high=0, flags=["said to be alive"]) for loss in found]
        return []

    def _of_group(self, at: int, measure: str) -> list[Loss]:
        """ "Five of the dead were not armed": a part of them, who are counted."""
        count = next((one for one in self.counts if one.last == at - 2), None)
        told = measure == "killed" or (
            at + 2 < len(self.tokens)
            and self.words.has("function.be", self.tokens[at + 1].low)
            and self.by_first.get(at + 2) is not None
        )
        if not told or count is None or (count.first and self.tokens[count.first - 1].low in _KIN):
            return []
        return [Loss(measure, at, at + 1, None, "of the dead", count.low, count.high, None, ["subset of"], count)]

    def _among(self, at: int, measure: str) -> list[Loss]:
        """Who was "among the dead": the subject before, or what follows "were"."""
        form = Form(measure, "noun")
        if at > 2 and self.words.has("function.be", self.tokens[at - 3].low):
            people = [p for p in self._subject(at - 3) if self._is_told_apart(p)]
            return self._happened(at, at + 1, form, people, "among the dead")
        near = next((p for p in self.persons if p.last == at - 2 and p.count is not None), None)
        if near is not None:
            return self._happened(at, at + 1, form, [near], "among the dead")
        be = self._be_after(at + 1)
        if be:
            target = self._object(be + 1)
            chain = [target, *self._coordinated(target)] if target is not None else []
            return self._happened(at, at + 1, form, [p for p in chain if self._is_told_apart(p)], "among the dead")
        return []

    def _be_after(self, at: int) -> int:
        """Where "was" stands after "those killed", past where and how: "killed by the strikes on the city was"."""
        for place in range(at, min(at + _NEAR, len(self.tokens))):
            if self.words.has("function.be", self.tokens[place].low):
                return place
            if not self.tokens[place].is_word or self.words.outcome(self.tokens, place):
                return 0
        return 0

    def _is_told_apart(self, persons: Persons) -> bool:
        """Whether people are counted, or are one person: "a nurse", "the battalion's commander", "Colonel X"."""
        return persons.count is not None or persons.is_single or self._is_full_name(persons)

    def _is_full_name(self, persons: Persons) -> bool:
        """Whether a capitalised run has the two words of a person's name, none of them a place."""
        words = self.tokens[slice(*persons.noun)]
        return persons.kind == "name" and len(words) > 1 and not any(known(word.text) for word in words)

    def _copula_at(self, at: int) -> int:
        """Where "were" or "included" stands after a group, past ", who"; 0 where neither does."""
        low = [token.low for token in self.tokens[at : at + 2]]
        at += 2 * (low in ([",", "who"], [",", "which"])) + (low[:1] == ["also"])
        return at if at < len(self.tokens) and self.words.has("outcomes.copulas", self.tokens[at].low) else 0

    def _verb_of_copula(self, at: int) -> str:
        return self.tokens[self._copula_at(at)].low

    def _copular(self, last: int) -> list[Persons]:
        """The people that the group was or included; those without a number only of victims."""
        at = self._copula_at(last)
        if not at:
            return []
        if self.words.has("blame.acts", self.tokens[last - 2].low) and self.tokens[at].low == "affected":
            return []
        target = self._object(at + 1)
        counts_loss = target is not None and target.kind == "count" and target.last < len(self.tokens)
        if target is None or (counts_loss and self.words.outcome(self.tokens, target.last)):
            return []  # "the casualties were three killed": told by what follows
        # "The dead include a nurse and a driver": one person is as good as a number here.
        joined = [replace(one, subset=target.subset) for one in self._coordinated(replace(target, subset=False))]
        chain = [target, *joined, *self._past_clause(target)]
        if self.tokens[last - 1].low in ("victims", "victim", "casualties"):
            if target.is_single and self.tokens[at].low in ("was", "is"):
                return []  # "every one of the victims was a suspect"
            return [target] if target.plural and target.count is None else chain
        return [one for one in chain if self._is_told_apart(one)]

    def _past_clause(self, persons: Persons) -> list[Persons]:
        """The people joined after a relative clause: "seven ex-combatants who had signed the accord and a baby"."""
        if persons.last >= len(self.tokens) or self.tokens[persons.last].low not in ("who", "that"):
            return []
        for other in self.persons:
            joined = other.first > persons.last and self.tokens[other.first - 1].low == "and"
            if joined and self._is_told_apart(other) and not self._has_own_verb(other):
                return [other]
        return []
