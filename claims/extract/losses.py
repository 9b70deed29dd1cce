"""What happened to whom: words for an outcome with the people they are about.

Seven ways of saying it are read: people to whom it happened before the verb ("12 soldiers were killed", "12 died"),
after it ("killed 12 soldiers"), after a noun ("the deaths of 12 soldiers"), counted by the noun ("12 deaths"), by a
toll ("the toll rose to 12"), by a state ("12 dead"), and in a copula ("the victims were refugees").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.extract.loss import Loss
from claims.extract.noun_phrases import ATTRIBUTES
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.results import Results
from claims.extract.sentences import Sentence
from claims.extract.words import Form, Words


def find_losses(sentence: Sentence, persons: Sequence[Persons], counts: Sequence[Count], words: Words) -> list[Loss]:
    """The losses of a sentence, in the order of the words for them."""
    return _Reader(sentence, list(persons), list(counts), words).read()


class _Reader(Results):
    """Reads one sentence; `used` holds the people who are already the object of a verb."""

    def read(self) -> list[Loss]:
        losses: list[Loss] = []
        attributes = self._attributes()
        at = 0
        while at < len(self.tokens):
            special = self._result(at) or self._special(at)
            if special:
                losses += special
                self.verb_end = max(at + 1, special[0].last)
                at = max(at + 1, special[0].last)
                continue
            hit = self.words.outcome(self.tokens, at)
            if hit is None or at in self.counted or at in attributes:
                at += 1
                continue
            size, forms = hit
            found = self._losses(at, at + size, forms)
            losses += found
            self.verb_end = at + size if found else self.verb_end
            at += size
        losses += self._of_attributes(attributes, losses)
        return self._unique([*losses, *self._parts(losses)])

    def _attributes(self) -> dict[int, Persons]:
        """Words for an outcome that stand before a noun for people, by their token: "73 injured people"."""
        inside = ((at, one) for one in self.persons if one.kind == "noun" for at in range(*one.noun))
        hits = ((at, one, self.words.outcome(self.tokens, at)) for at, one in inside)
        return {at: one for at, one, hit in hits if hit is not None and hit[1][0].form in ATTRIBUTES}

    def _of_attributes(self, attributes: Mapping[int, Persons], losses: Sequence[Loss]) -> list[Loss]:
        """Losses told by an attribute alone, of people who are counted and to whom nothing else happened."""
        taken = {loss.persons.first for loss in losses if loss.persons is not None}
        found: list[Loss] = []
        for at, persons in attributes.items():
            hit = self.words.outcome(self.tokens, at)
            if persons.count is not None and persons.first not in taken and hit is not None:
                form = next(form for form in hit[1] if form.form in ATTRIBUTES)
                found += self._happened(at, at + 1, form, [persons], "attribute")
        return found

    def _unique(self, losses: list[Loss]) -> list[Loss]:
        """One loss for the same people and measure: the first that was found."""
        seen: set[tuple[str, int]] = set()
        kept = []
        for loss in losses:
            key = (
                loss.measure,
                loss.persons.first if loss.persons else (loss.count.first if loss.count else -loss.first - 1),
            )
            if key not in seen:
                seen.add(key)
                kept.append(loss)
        return kept

    def _losses(self, first: int, last: int, forms: tuple[Form, ...]) -> list[Loss]:
        for form in forms:
            found = self._of_form(first, last, form)
            if found:
                return found
        return []

    def _of_form(self, first: int, last: int, form: Form) -> list[Loss]:
        match form.form:
            case "past" | "participle" | "ing" | "base" | "s":
                return self._verb(first, last, form)
            case "suffers":
                return self._happened(first, last, form, self._subject(first), "subject")
            case "state":
                return self._state(first, last, form)
            case "noun" | "remains":
                return self._noun(first, last, form)
            case _:
                return self._toll(first, last, form)

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
