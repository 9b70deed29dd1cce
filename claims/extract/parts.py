"""Losses that stand beside another: attributes ("73 injured people"), parts, and lists that add up to a total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.nominal import Nominal
from claims.extract.noun_phrases import ATTRIBUTES
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.words import Form

_LIST_MARKS = frozenset({":", "\u2014", "(", "-", ",", "\u2013"})
_VERBS = 5
"""Tokens after a number of them that may tell what else became of them."""
_FAR = 14
"""Tokens between a loss and the list that breaks it down at most."""


class Parts(Nominal):
    """Reads what is told beside the losses of verbs and nouns."""

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

    def _prisoners(self, losses: Sequence[Loss]) -> list[Loss]:
        """Captives whom a side says it has: "acknowledged only seven prisoners", "260 dead and 83 prisoners"."""
        taken = {loss.persons.first for loss in losses if loss.persons is not None}
        ends = {loss.last for loss in losses if loss.measure in ("killed", "injured")}
        found: list[Loss] = []
        for one in self.persons:
            if one.count is None or one.first in taken or not one.first:
                continue
            if not self.words.has("outcomes.captives", self.tokens[one.last - 1].low):
                continue
            before = one.first - 1 - (self.tokens[one.first - 1].low in ("only", "just"))
            joined = self.tokens[before].low == "and" and before in ends
            if joined or self.words.has("outcomes.holding", self.tokens[before].low):
                found += self._happened(one.first, one.last, Form("captured", "noun"), [one], "prisoners")
        return found

    def _parts(self, losses: Sequence[Loss]) -> list[Loss]:
        """Numbered parts of the people of a loss that stand elsewhere: "..., including 17 women and 12 children"."""
        taken = {loss.persons.first for loss in losses if loss.persons is not None}
        found: list[Loss] = []
        for persons in (*self.persons, *self._of_total(losses)):
            before = [loss for loss in losses if loss.first < persons.first]
            if not before or persons.first in taken or not self._can_be_part(persons, before[-1]):
                continue
            for part in (persons, *self._coordinated(persons)):
                if part.count is not None and part.first not in taken:
                    taken.add(part.first)
                    found.append(_part_of(before[-1], part))
        return found

    def _of_total(self, losses: Sequence[Loss]) -> list[Persons]:
        """ "Of the 23 dead, 14 were children": a part that is told after its whole."""
        if not self.tokens or self.tokens[0].low != "of" or not losses:
            return []
        end = losses[0].extent[1]
        one = next((p for p in self.persons if p.count is not None and p.first == end + 1), None)
        if one is None or self.tokens[end].text != ",":
            return []
        at = one.last + (one.last < len(self.tokens) and self.words.has("function.be", self.tokens[one.last].low))
        who = self.by_first.get(at)
        noun = who.noun if who is not None and who.kind == "noun" else one.noun
        return [replace(one, noun=noun, kind="noun", subset=True)]

    def _can_be_part(self, persons: Persons, whole: Loss) -> bool:
        """Whether people are a counted part, with words of their own, and no more than the whole."""
        if not persons.subset or persons.count is None or not persons.is_figure:
            return False
        if persons.kind == "count" and not self._of_them(persons):
            return False
        after = self.words.outcome(self.tokens, persons.last) if persons.last < len(self.tokens) else None
        if after is not None and after[1][0].form != "noun":
            return False
        return whole.count is None or persons.count.low <= max(whole.low, whole.high or 0)

    def _of_them(self, persons: Persons) -> bool:
        """Whether a bare number is of those before: "seven of them by machetes", "of whom 44 needed care"."""
        before = [token.low for token in self.tokens[max(0, persons.first - 2) : persons.first]]
        of_whom = before == ["of", "whom"]
        if not of_whom and self.tokens[persons.last - 1].low not in ("them", "whom"):
            return False
        if persons.last < len(self.tokens) and self.tokens[persons.last].text == ",":
            return False  # "two of them, it said, had taken part"
        rest = range(persons.last, min(persons.last + _VERBS, len(self.tokens)))
        return not any(
            self.words.outcome(self.tokens, at) or self.words.has("outcomes.spared", self.tokens[at].low) for at in rest
        )

    def _breakdowns(self, losses: Sequence[Loss]) -> list[Loss]:
        """The members of a list after a loss that add up to it: "218 dead: 131 SNA, 62 SDF and 25 civilians"."""
        taken = {loss.count.first for loss in losses if loss.count is not None}
        found: list[Loss] = []
        for whole in losses:
            if whole.count is None or whole.low != whole.high or whole.low < 2:
                continue
            marks = range(whole.extent[1], min(whole.extent[1] + _FAR, len(self.tokens)))
            lists = (self._adding_up(at + 1, whole.low) for at in marks if self.tokens[at].low in _LIST_MARKS)
            members = next((members for members in lists if members), [])
            new = [member for member in members if member.first not in taken]
            found += [_part_of(whole, self._people_of(member)) for member in new]
        return found

    def _adding_up(self, at: int, whole: int) -> list[Count]:
        """The counts from a token on that add up to a whole; empty when they do not."""
        members: list[Count] = []
        total = 0
        for one in self.counts:
            if one.first < at:
                continue
            total += one.low
            if one.low != one.high or total > whole:
                return []
            members.append(one)
            if total == whole:
                return members if len(members) > 1 else []
        return []

    def _people_of(self, count: Count) -> Persons:
        """The people of a count in a list: those found, or the words up to the next comma."""
        known = self.by_first.get(count.first)
        if known is not None:
            return replace(known, subset=True)
        last = count.last
        while (
            last < len(self.tokens)
            and last - count.last < 4
            and self.tokens[last].is_word
            and self.tokens[last].low != "and"
        ):
            last += 1
        return Persons(count.first, last, (count.last, last), count, "noun", True, True)


def _part_of(whole: Loss, part: Persons) -> Loss:
    low, high = part.bounds
    return Loss(whole.measure, whole.first, whole.last, part, "part", low, high, whole.agent, ["subset of"], part.count)
