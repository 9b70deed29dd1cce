"""From a word for an outcome and the people beside it to losses: who counts, and what is no statement of fact."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.agents import Agents
from claims.extract.loss import Loss
from claims.extract.modality import is_asked, is_uncertain, is_unreal
from claims.extract.persons import Persons
from claims.extract.words import Form

_VERBAL = frozenset({"active", "passive", "subject", "reduced"})
_PATIENTS = frozenset({"passive", "subject", "reduced", "noun of", "state"})
"""Rules whose people are no subject that acts: who did it is looked for elsewhere."""


class Happening(Agents):
    """Makes the losses of one word for an outcome."""

    def _happened(
        self,
        first: int,
        last: int,
        form: Form,
        people: Sequence[Persons],
        rule: str,
        agent: tuple[int, int] | None = None,
    ) -> list[Loss]:
        """A loss for each of the people to whom it can have happened."""
        if rule in _VERBAL and is_unreal(self.tokens, first, self.words):
            return []
        if agent is None and rule in _PATIENTS:
            agent = self._in_event(last)
        suffering = [one for one in people if self._can_suffer(one, form, rule)]
        return [self._loss(first, last, form, one, rule, agent) for one in suffering]

    def _can_suffer(self, persons: Persons, form: Form, rule: str) -> bool:
        if is_asked(self.tokens, persons.first):
            return False
        match persons.kind:
            case "pronoun":
                return rule == "active"
            case "unknown":
                return not (form.people or rule in ("copula", "alive"))
            case "name":
                short = self.tokens[persons.first].low in ("us", "un", "eu")
                return not (form.people or rule == "copula" or short)
        if persons.count is None and persons.plural and not self._tells_of_some(form, rule):
            return False
        if persons.subset and persons.count is None:
            return rule not in ("active", "passive", "subject", "noun of")
        return True

    @staticmethod
    def _tells_of_some(form: Form, rule: str) -> bool:
        """Whether people without a number are a statement: "soldiers were killed", but not "residents fled"."""
        if rule == "subject" or form.weak:
            return form.measure == "killed"
        return rule not in ("attribute", "noun of", "state", "left") and form.measure != "rescued"

    def _loss(
        self, first: int, last: int, form: Form, persons: Persons, rule: str, agent: tuple[int, int] | None
    ) -> Loss:
        low, high = persons.bounds
        if rule in ("active", "noun of"):
            self.used.add(persons.first)
        loss = Loss(form.measure, first, last, persons, rule, low, high, agent, count=persons.count)
        if is_uncertain(self.tokens, first):
            loss.low = 0
            loss.flags.append("uncertain whether")
        if persons.subset:
            loss.flags.append("subset of")
        return loss
