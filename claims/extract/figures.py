"""Losses told by a figure: labels ("Killed: 8"), tolls ("the toll rose to 12"), "the number who died"."""

from __future__ import annotations

from claims.extract.copulas import Copulas
from claims.extract.loss import Loss
from claims.extract.quantities import Count
from claims.extract.tolls import figure_at, toll_after, toll_before
from claims.extract.words import Form

_BEFORE_LABEL = frozenset({",", ";", ".", "-", "*", "(", "|", "/", "\u2022", "\u2013", "\u2014", "\u00b7"})
_LABEL_AFTER = 5
"""Words of a line before its colon at most, for the last of them to be a label ("Civilians reported killed: 13")."""
_NEAR = 8
"""Tokens between "the missing" or "deaths" and the figure that it reached at most."""
_LABELS = ("killed", "injured", "casualties", "missing", "captured", "displaced", "neutralised")
_FIGURES = ("killed", "injured", "missing", "displaced", "captured", "casualties")


class Figures(Copulas):
    """Reads what a figure says of a loss."""

    def _label(self, at: int) -> list[Loss]:
        """ "Killed: 8 soldiers", at the head of a line or a list item."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].text != ":":
            return []
        lead = self.tokens[:at]
        heads_a_line = at < _LABEL_AFTER and all(
            token.is_word and not self.words.has("function.verbs", token.low) for token in lead
        )
        if at and self.tokens[at - 1].text not in _BEFORE_LABEL and not heads_a_line:
            return []
        count = next((one for one in self.counts if one.first == at + 2), None)
        if count is not None and count.last < len(self.tokens) and self.words.outcome(self.tokens, count.last):
            return []
        for measure in _LABELS if count is not None else ():
            if self.words.has(f"outcomes.labels.{measure}", self.tokens[at].low) and count is not None:
                return self._labelled(measure, at, at + 1, count)
        return []

    def _labelled(self, measure: str, first: int, last: int, count: Count) -> list[Loss]:
        """A loss with those joined to it: "The dead: 12 soldiers, 3 civilians"."""
        people = self.by_first.get(count.first)
        told = [Loss(measure, first, last, people, "label", count.low, count.high, count=count)]
        for one in self._coordinated(people) if people is not None and people.kind == "noun" else ():
            told += self._happened(first, last, Form(measure, "noun"), [one], "label")
        return told

    def _figure(self, at: int) -> list[Loss]:
        """ "Put the displaced at 1.2 million", "civilian deaths at 6,432", "that of the injured more than 2,000"."""
        if self.tokens[at].low not in self.words.openings("outcomes.figures", *_FIGURES):
            return []
        if any(one.last == at for one in self.counts):
            return []
        for measure in _FIGURES:
            size = self.words.match(f"outcomes.figures.{measure}", self.tokens, at)
            if not size:
                continue
            count = figure_at(self.tokens, self.counts, at + size, self.words)
            if count is not None and count.last < len(self.tokens) and self.words.outcome(self.tokens, count.last):
                return []  # "Casualties: 12 killed, 30 wounded"
            if count is None and [token.low for token in self.tokens[max(0, at - 2) : at]] == ["that", "of"]:
                count = next((c for c in self.counts if c.first == at + size), None)
            if count is not None and self.tokens[count.first - 1].text == ":":
                return self._labelled(measure, at, at + size, count)
            if count is not None:
                return [Loss(measure, at, at + size, None, "toll", count.low, count.high, count=count)]
            level = toll_after(self.tokens, self.counts, at + size, self.words)
            between = self.tokens[at + size : level[0].first] if level is not None else []
            risen = any(self.words.has("outcomes.figures.levels", token.low) for token in between)
            if level is not None and risen and len(between) <= _NEAR:
                return [Loss(measure, at, at + size, None, "toll", level[1], level[2], count=level[0])]
        return []

    def _number_of(self, at: int) -> list[Loss]:
        """ "The number of troops who have died" with the figure before or after it."""
        if any(count.first <= at < count.last for count in self.counts):
            return []  # "a large number of people were killed"
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
            if after is None or (after[1] == 0 and after[2] is None):
                return []
            people = next((p for p in self.persons if at < p.first < place and p.kind == "noun"), None)
            return [
                Loss(forms[0].measure, place, place + size, people, "number of", after[1], after[2], count=after[0])
            ]
        return []

    def _toll(self, first: int, last: int, form: Form) -> list[Loss]:
        """ "The death toll rose from 12 to 15": the last figure that a toll reaches in its clause."""
        found = toll_after(self.tokens, self.counts, last, self.words)
        none = next((one for one in self.counts if one.is_none and one.last <= first <= one.last + 2), None)
        if none is not None and self.tokens[first].low == "losses":
            found = none, none.low, none.high
        count = toll_before(self.counts, first, self.tokens) if found is None else None
        if count is not None:
            found = count, count.low, count.high
        if found is None or (found[1] <= 1 and found[2] is None):
            return []  # "the losses are not known"
        count, low, high = found
        return [Loss(form.measure, first, last, self.by_first.get(count.first), "toll", low, high, count=count)]
