"""Losses that no verb tells: nouns, states, tolls, copulas and parts ("12 deaths", "the victims were refugees")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.happening import Happening
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.tolls import figure_at, toll_after, toll_before
from claims.extract.words import Form

_FIGURES = ("killed", "injured", "missing", "displaced", "captured", "casualties")


class Nominal(Happening):
    """Reads losses round a noun or a state."""

    def _special(self, at: int) -> list[Loss]:
        """ "The dead included three women", "12 policemen were among the dead", "the leader was alive"."""
        low = self.tokens[at].low
        figure = self._figure(at)
        if figure:
            return figure
        for measure in ("casualties", "killed", "injured"):
            if self.words.has(f"outcomes.copular.{measure}", low):
                before = self.tokens[at - 1].low if at else ""
                if before in ("the", "those") and at > 1 and self.tokens[at - 2].low in ("among", "amongst"):
                    return self._among(at, measure)
                people = self._copular(at, at + 1)
                if people:
                    return self._happened(at, at + 1, Form(measure, "noun"), people, "copula")
        if low == "affected" and any(self.words.has("blame.acts", t.low) for t in self.tokens[max(0, at - 4) : at]):
            target = self._object(at + 1)
            return self._happened(at, at + 1, Form("casualties", "past"), [target], "affected") if target else []
        if low == "number" and at + 1 < len(self.tokens) and self.tokens[at + 1].low == "of":
            return self._number_of(at)
        if low == "alive" and at and self.words.has("function.be", self.tokens[at - 1].low):
            people = self._subject(at)
            return [
                replace(loss, low=0, high=0, flags=["said to be alive"])
                for loss in self._happened(at, at + 1, Form("killed", "state"), people[-1:], "alive")
            ]
        return []

    def _among(self, at: int, measure: str) -> list[Loss]:
        """Who was "among the dead": the subject before, or what follows "were"."""
        form = Form(measure, "noun")
        if at > 2 and self.words.has("function.be", self.tokens[at - 3].low):
            people = [p for p in self._subject(at - 3) if self._is_told_apart(p)]
            return self._happened(at, at + 1, form, people, "among the dead")
        near = next((p for p in self.persons if p.last == at - 2 and p.count is not None), None)
        if near is not None:
            return self._happened(at, at + 1, form, [near], "among the dead")
        if at + 1 < len(self.tokens) and self.words.has("function.be", self.tokens[at + 1].low):
            target = self._object(at + 2)
            chain = [target, *self._coordinated(target)] if target is not None else []
            return self._happened(at, at + 1, form, [p for p in chain if self._is_told_apart(p)], "among the dead")
        return []

    def _is_told_apart(self, persons: Persons) -> bool:
        """Whether people are counted, or are one person: "a nurse"."""
        return persons.count is not None or self.tokens[persons.first].low in ("a", "an")

    def _figure(self, at: int) -> list[Loss]:
        """ "Put the displaced at 1.2 million", "civilian deaths at 6,432", "that of the injured more than 2,000"."""
        for measure in _FIGURES:
            size = self.words.match(f"outcomes.figures.{measure}", self.tokens, at)
            if not size:
                continue
            count = figure_at(self.tokens, self.counts, at + size, self.words)
            if count is None and [token.low for token in self.tokens[max(0, at - 2) : at]] == ["that", "of"]:
                count = next((c for c in self.counts if c.first == at + size), None)
            if count is not None:
                return [Loss(measure, at, at + size, None, "toll", count.low, count.high, count=count)]
        return []

    def _number_of(self, at: int) -> list[Loss]:
        """ "The number of troops who have died" with the figure before or after it."""
        for place in range(at + 2, min(at + 10, len(self.tokens))):
            hit = self.words.outcome(self.tokens, place)
            if hit is None:
                continue
            size, forms = hit
            after = toll_after(self.tokens, self.counts, place + size, self.words)
            before = toll_before(self.counts, at, self.tokens)
            if before is not None:
                after = before, before.low, before.high
            self.counted.add(place)
            if after is None:
                return []
            people = next((p for p in self.persons if at < p.first < place and p.kind == "noun"), None)
            return [
                Loss(forms[0].measure, place, place + size, people, "number of", after[1], after[2], count=after[0])
            ]
        return []

    def _parts(self, losses: list[Loss]) -> list[Loss]:
        """Numbered parts of the people of a loss that stand elsewhere: "..., including 17 women and 12 children"."""
        taken = {loss.persons.first for loss in losses if loss.persons is not None}
        found: list[Loss] = []
        for persons in self.persons:
            before = [loss for loss in losses if loss.first < persons.first]
            if not (
                persons.subset
                and persons.count is not None
                and persons.is_figure
                and persons.kind != "count"
                and persons.first not in taken
                and before
            ):
                continue
            whole = before[-1]
            if (
                whole.low is not None
                and persons.count.low > max(whole.low, whole.high or 0)
                and whole.count is not None
            ):
                continue
            for part in [persons, *self._coordinated(persons)]:
                if part.count is not None and part.first not in taken:
                    taken.add(part.first)
                    found.append(
                        Loss(
                            whole.measure,
                            whole.first,
                            whole.last,
                            part,
                            "part",
                            *part.bounds,
                            whole.agent,
                            ["subset of"],
                            part.count,
                        )
                    )
        return found

    def _toll(self, first: int, last: int, form: Form) -> list[Loss]:
        """ "The death toll rose from 12 to 15": the last figure that a toll reaches in its clause."""
        found = toll_after(self.tokens, self.counts, last, self.words)
        if found is None:
            return []
        count, low, high = found
        return [Loss(form.measure, first, last, self.by_first.get(count.first), "toll", low, high, count=count)]

    def _state(self, first: int, last: int, form: Form) -> list[Loss]:
        near = self._adjacent(first)
        if near is not None and first and self.tokens[first - 1].low in ("the", "those"):
            return []
        if near is not None and near.count is not None and not self._modifies(last):
            return self._happened(first, last, form, [near], "state")
        if (
            near is not None
            and near.count is not None
            and near.kind == "count"
            and (noun := self._noun_at(last)) is not None
        ):
            return self._happened(
                first, last, form, [replace(near, noun=noun.noun, kind="noun")], "state before a noun"
            )
        before = [token.low for token in self.tokens[max(0, first - 6) : first]]
        if {"left", "leaving", "leaves"} & set(before):
            people = [p for p in self.persons if first - 8 <= p.first < first] or [p for p in [self._object(last)] if p]
            return self._happened(first, last, form, people[-1:], "left")
        return []

    def _noun_at(self, at: int) -> Persons | None:
        noun = self.by_first.get(at)
        return noun if noun is not None and noun.count is None and noun.kind == "noun" else None

    def _modifies(self, at: int) -> bool:
        """Whether the word is an adjective of a noun that follows: "12 dead bodies", "two wounded soldiers"."""
        return at in self.by_noun or (at < len(self.tokens) and self.words.has("outcomes.remains", self.tokens[at].low))

    def _noun(self, first: int, last: int, form: Form) -> list[Loss]:
        if form.form == "remains" and not self._about_remains():
            return []
        if self.tokens[first].low == "loss" and not self._of(last):
            return []
        counted = next((p for p in self.persons if p.first <= first < p.last and p.count is not None), None)
        counted_by = next(
            (c for c in self.counts if c.last <= first <= c.last + 3 and self._plain(c.last, first)), None
        )
        of = self._of(last)
        if counted_by is not None and not (
            of and form.form == "noun" and self.tokens[first].low in ("killing", "murder", "death")
        ):
            return [self._counted(form, first, last, counted_by, of)]
        if counted is not None and counted.count is not None:
            return [self._counted(form, first, last, counted.count, of)]
        if of:
            return self._happened(first, last, form, of, "noun of", self._by(of[-1].last) or self._agent_of_noun(first))
        copular = self._copular(first, last)
        return self._happened(first, last, form, copular, "copula") if copular else []

    def _plain(self, start: int, end: int) -> bool:
        """Whether only words of the same noun phrase stand between a count and a noun."""
        small = ("prepositions", "determiners", "be", "have", "verbs", "relatives")
        return all(
            self.tokens[at].text == '"'
            or self.tokens[at].low == "of"
            or (
                self.tokens[at].is_word
                and not any(self.words.has(f"function.{name}", self.tokens[at].low) for name in small)
            )
            for at in range(start, end)
        )

    def _counted(self, form: Form, first: int, last: int, count: Count, of: Sequence[Persons]) -> Loss:
        people = next(iter(of), None)
        return Loss(
            form.measure,
            first,
            last,
            people if people and people.count is None else None,
            "counted noun",
            count.low,
            count.high,
            count=count,
        )

    def _about_remains(self) -> bool:
        return any(self.words.has("outcomes.remains_verbs", token.low) or token.low == "loss" for token in self.tokens)

    def _of(self, at: int) -> list[Persons]:
        """The people after "of", "among" or "to" beside a noun."""
        if at >= len(self.tokens) or self.tokens[at].low not in ("of", "among", "amongst", "for"):
            return []
        target = self._object(at + 1)
        return [target, *self._coordinated(target)] if target is not None else []

    def _copular(self, first: int, last: int) -> list[Persons]:
        measures = any(
            self.words.has(f"outcomes.copular.{name}", self.tokens[first].low)
            for name in ("casualties", "killed", "injured")
        )
        if not measures or last >= len(self.tokens) or not self.words.has("outcomes.copulas", self.tokens[last].low):
            return []
        target = self._object(last + 1)
        return [target] if target is not None else []
