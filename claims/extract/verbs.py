"""Verbs for an outcome: passive, active, shortened ("12 killed in raid"), and two that share their people."""

from __future__ import annotations

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.results import Results
from claims.extract.words import Form

_PAST = frozenset({"past", "participle"})
_HARM = frozenset({"killed", "injured"})


class Verbs(Results):
    """Reads a verb with its subject and its object."""

    def _joint(self, first: int, last: int, forms: tuple[Form, ...]) -> tuple[int, tuple[Form, ...]]:
        """ "Killed or wounded", "killed and wounded": two verbs of one form that share their people are casualties."""
        if last + 1 >= len(self.tokens) or self.tokens[last].low not in ("and", "or", "and/or", "/"):
            return last, forms
        hit = self.words.outcome(self.tokens, last + 1)
        if hit is None or last + 1 in self.attributes:
            return last, forms
        pairs = [
            Form("casualties", one.form, one.people, one.weak)
            for one in forms
            for other in hit[1]
            if one.form == other.form and one.measure != other.measure and one.measure in _HARM and one.form != "noun"
        ]
        return (last + 1 + hit[0], tuple(pairs)) if pairs else (last, forms)

    def _verb(self, first: int, last: int, form: Form) -> list[Loss]:
        passive = self._be_before(first) and form.form in ("past", "participle")
        if passive:
            return self._happened(first, last, form, self._subject(first), "passive", self._by(last))
        if form.form == "base" and not self._is_finite_base(first):
            return []
        target = None if form.form in ("past", "participle") and self._describes(first) else self._object(last)
        if target is not None and self._fits(target, form) and not self._before_is_count(first, target):
            return self._happened(first, last, form, [target, *self._coordinated(target)], "active", self._agent(first))
        if form.form in ("past", "participle"):
            near = self._adjacent(first) if first and self.tokens[first - 1].low not in ("the", "those") else None
            if near is not None and (near.count is not None or self._is_headline(near, last, form)):
                return self._happened(first, last, form, [near], "reduced", self._by(last))
        return []

    def _is_headline(self, near: Persons, last: int, form: Form) -> bool:
        """Whether people without a number and a participle are a shortened passive: "civilians killed in raid"."""
        after = self.tokens[last].low if last < len(self.tokens) else ""
        return (
            not form.people and near.kind in ("noun", "name") and after in ("in", "by", "during", "when", "after", "as")
        )

    def _describes(self, at: int) -> bool:
        """Whether a participle stands before its noun as an adjective: "injured shoppers", "the wounded men"."""
        before = self.tokens[at - 1].low if at else '"'
        if before == '"' and at > 1:
            before = self.tokens[at - 2].low
        small = self.words.has("function.determiners", before) or self.words.has("function.prepositions", before)
        return before == '"' or (small and before not in ("this", "that", "all", "both", "each", "another"))

    def _before_is_count(self, first: int, target: Persons) -> bool:
        """Whether people right before and no agent: "12 killed, 30 wounded"."""
        near = self._adjacent(first)
        return (
            near is not None
            and near.count is not None
            and target.first > first + 1
            and self.tokens[first + 1].text in (",", ";")
        )

    def _fits(self, persons: Persons, form: Form) -> bool:
        if persons.kind == "pronoun":
            return not form.people
        if form.weak:
            return persons.count is not None and persons.kind == "noun"
        if form.people:
            return persons.kind == "noun" or (
                persons.kind == "count" and persons.count is not None and not persons.count.is_none
            )
        return True
