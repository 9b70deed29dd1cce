"""From a word for an outcome and the people beside it to losses: who counts, and what is no statement of fact."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.agents import Agents
from claims.extract.loss import Loss
from claims.extract.modality import is_asked, is_uncertain, is_unreal
from claims.extract.persons import Persons
from claims.extract.words import Form
from claims.people import armed, read_people

_VERBAL = frozenset({"active", "passive", "subject", "reduced"})
_NEVER_NONE = frozenset({"captured", "rescued", "displaced"})
"""Measures of which "nobody" is no claim: "nobody was arrested"."""
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
        if form.measure == "injured" and self.tokens[first].low.startswith("harm"):
            form = form._replace(measure="casualties") if all(p.bounds[1] == 0 for p in people) else form
        suffering = [one for one in people if self._can_suffer(one, form, rule)]
        return [self._loss(first, last, form, one, rule, agent) for one in suffering]

    def _can_suffer(self, persons: Persons, form: Form, rule: str) -> bool:
        if is_asked(self.tokens, persons.first, persons.last):
            return False
        if self._is_one_of(persons) or not self._fits_measure(persons, form, rule):
            return False
        if self._says_again(persons, form, rule) or self._is_aircraft(persons) or self._is_found(persons, form):
            return False
        match persons.kind:
            case "pronoun":
                return rule == "active" or self.tokens[persons.first].low in ("another", "a")
            case "unknown":
                return not (form.people or rule in ("copula", "alive"))
            case "name":
                short = self.tokens[persons.first].low in ("us", "un", "eu")
                return not (form.people or rule == "copula" or short)
        if persons.count is None and persons.plural and not self._tells_of_some(form, rule):
            return False
        if persons.subset and not persons.is_figure:
            return rule not in ("active", "passive", "subject", "noun of")
        return True

    def _says_again(self, persons: Persons, form: Form, rule: str) -> bool:
        """ "The children died when": those of whom the text has told the number."""
        some = persons.count is None and persons.plural and rule == "subject" and form.measure == "killed"
        apart = persons.last < len(self.tokens) and self.tokens[persons.last].low in ("who", "that", "of", "in")
        before = self.tokens[persons.first - 1].low if persons.first else ""
        if apart or self.words.has("function.prepositions", before):
            return False
        return some and self.tokens[persons.first].low in ("the", "these")

    def _is_found(self, persons: Persons, form: Form) -> bool:
        """Whether the dead are spoken of, who are not missing or killed again: "15 bodies under the rubble"."""
        near = [token.low for token in self.tokens[persons.first : persons.last + 2]]
        dead = any(self.words.has("outcomes.bodies", low) for low in near)
        vague = persons.count is not None and persons.bounds[1] is None and persons.bounds[0] <= 2
        again = vague and "of" in near and any(low in ("dead", "victims") for low in near)
        return (dead and form.measure == "missing") or (again and form.measure == "killed" and form.form != "suffers")

    def _is_aircraft(self, persons: Persons) -> bool:
        """Whether what was shot down is no person: "a Sukhoi-22 bomber"."""
        if not self.words.has("outcomes.aircraft", self.tokens[persons.last - 1].low):
            return False
        near = self.tokens[max(0, persons.first - 3) : persons.last + 5]
        return any(token.low in ("down", "downed") for token in near)

    def _fits_measure(self, persons: Persons, form: Form, rule: str) -> bool:
        """Whether such people can have been captured or displaced: not one who fled, no fighters, not nobody at all."""
        if form.measure == "captured" and rule == "subject" and persons.count is None:
            return False
        if form.measure == "displaced" and (not persons.plural or self._are_armed(persons)):
            return False
        if form.measure == "captured" and rule == "passive" and self._are_hurt(persons):
            return False  # "six wounded soldiers were taken from the scene"
        nobody = persons.bounds[1] == 0
        return not nobody or form.measure not in _NEVER_NONE or (form.measure == "captured" and rule == "subject")

    def _are_hurt(self, persons: Persons) -> bool:
        """Whether a word before their noun says that they were wounded."""
        return any(
            self.words.has("outcomes.states.injured", self.tokens[at].low)
            for at in range(persons.noun[0], persons.noun[1] - 1)
        )

    def _is_one_of(self, persons: Persons) -> bool:
        """ "One of them a former spokesman" says who, not how many."""
        opening = [token.low for token in self.tokens[persons.first : persons.first + 2]]
        return persons.subset and persons.bounds == (1, 1) and opening == ["one", "of"]

    def _are_armed(self, persons: Persons) -> bool:
        """Whether people are fighters, who flee without being displaced; a bare number is of those before it."""
        nouns = [one for one in self.persons if self._names_them(one) and one.first <= persons.first]
        at = persons if self._names_them(persons) or not nouns else nouns[-1]
        return armed(read_people(" ".join(token.text for token in self.tokens[slice(*at.noun)])))

    def _names_them(self, persons: Persons) -> bool:
        """Whether people are named by a noun of their own, not "others"."""
        return persons.kind == "noun" and self.tokens[persons.last - 1].low != "others"

    @staticmethod
    def _tells_of_some(form: Form, rule: str) -> bool:
        """Whether people without a number are a statement: "soldiers were killed", but not "residents fled"."""
        if rule == "subject" or form.weak:
            return form.measure == "killed"
        return rule not in ("attribute", "noun of", "state", "left") and form.measure != "rescued"

    def _no_sign(self, persons: Persons) -> bool:
        """Whether it is said that nothing shows it: "no indication that civilians were hurt"."""
        before = [token.low for token in self.tokens[max(0, persons.first - 3) : persons.first + 1]]
        return "no" in before and any(self.words.has("outcomes.no_sign", low) for low in before)

    def _loss(
        self, first: int, last: int, form: Form, persons: Persons, rule: str, agent: tuple[int, int] | None
    ) -> Loss:
        low, high = persons.bounds
        if rule in ("active", "noun of", "lost"):
            self.used.add(persons.first)
        loss = Loss(form.measure, first, last, persons, rule, low, high, agent, count=persons.count)
        if is_uncertain(self.tokens, first):
            loss.low = 0
            loss.flags.append("uncertain whether")
        if persons.count is None and self._no_sign(persons):
            loss.low = loss.high = 0
        if persons.subset:
            loss.flags.append("subset of")
        return loss
