"""The words for the people of a loss: as they stand, or those that "them" and a bare number stand for."""

from __future__ import annotations

from claims.extract.analysis import Analysis
from claims.extract.attacked import attacked
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.told_of import goes_on, owner_of_losses
from claims.extract.victim_words import STAND_FOR, STATES, VictimWords
from claims.extract.words import Words

_COUNTED = frozenset({"toll", "counted noun", "number of"})
"""Rules of figures that are not about the people named before."""
_FIGURES_BACK = 12
"""Figures back to which "eleven died" leads in one sentence at most."""
_SINGLE = frozenset({"him", "her", "himself", "herself"})
_NEAREST = 2
"""Sentences back that the people of "six more were hurt" are looked for in."""
_AFTER_STATE = frozenset({"reduced", "state", "part"})
"""Rules of bare numbers that go on from whose losses were told: "its losses at 38 killed and 9 taken alive"."""
_HELD = 3
"""Sentences back that the people of "nine were freed" are looked for in."""


class Victims(VictimWords):
    """Words the victims of the losses of one document, sentence by sentence."""

    def __init__(self, document: Document, words: Words) -> None:
        super().__init__(document, words)
        self._before: list[Field] = []
        self._number = -1
        self._single: Field | None = None
        self._held: tuple[int, Field] | None = None
        self._whose: tuple[int, Field] | None = None
        self._group: tuple[int, Field] | None = None

    def field(self, number: int, analysis: Analysis, loss: Loss) -> Field:
        """The victims of a loss; empty where the text names none and points to none before."""
        found = self._field(number, analysis, loss)
        if found.value and loss.measure == "captured":
            self._held = number, self._again(found)
        if found.value and found.source == "explicit" and loss.rule != "part":
            if number > self._number + _NEAREST - 1:
                self._before.clear()
            self._before.append(found)
            self._number = number
        return found

    def note(self, number: int, analysis: Analysis) -> None:
        """Remember the last single person of a sentence, whom "him" in the next may mean, and those who are held."""
        tokens = analysis.sentence.tokens
        for one in analysis.persons:
            if one.is_figure and one.plural and one.kind == "noun" and not one.subset:
                self._group = number, self._again(self._worded(analysis, *one.noun, "the people before"))
            if one.is_figure and one.plural and self.words.has("persons.held", tokens[one.noun[1] - 1].low):
                self._held = number, self._again(self._worded(analysis, *one.noun, "those held"))
        singles = [one for one in analysis.persons if one.kind in ("noun", "name") and not one.plural]
        if singles:
            self._single = self._again(self._worded(analysis, *singles[-1].noun, "the person before"))

    def _one_before(self, analysis: Analysis, loss: Loss) -> Field | None:
        """Whom "him" or "her" means: the last single person named."""
        persons = loss.persons
        if persons is None or persons.kind != "pronoun" or analysis.sentence.tokens[persons.first].low not in _SINGLE:
            return None
        before = [one for one in analysis.persons if one.last <= persons.first and one.is_single]
        if before:
            return self._again(self._worded(analysis, *before[-1].noun, "the person before"))
        return self._single

    def _field(self, number: int, analysis: Analysis, loss: Loss) -> Field:
        one = self._one_before(analysis, loss)
        if one is not None:
            return one
        own = self._told_of(analysis, loss) or self._own(analysis, loss)
        if own is not None and own.rule not in STATES:
            if own.rule in ("whose toll", "told of"):
                self._whose = number, own
            return own
        owner = owner_of_losses(analysis, loss, self.document.raw) if own is not None else None
        if own is not None and (owner is not None or not goes_on(analysis, loss)):
            return owner or own
        if self._whose is not None and self._whose[0] == number and (own is not None or loss.rule in _AFTER_STATE):
            return self._again(self._whose[1])
        target = attacked(analysis, loss, self.words) if own is None else None
        if target is not None:
            return self._again(self._worded(analysis, *target.noun, "under attack"))
        same = self._same_people(analysis, loss) or own or self._counted_before(analysis, loss)
        if same is not None:
            return same
        if self._held is not None and number - self._held[0] < _HELD and self._of_the_held(analysis, loss):
            return self._held[1]
        if loss.persons is not None and self._points_back(analysis, loss) and number - self._number < _NEAREST:
            return self._again(self._before[-1]) if self._before else self._them(number, analysis, loss)
        return self._them(number, analysis, loss)

    @staticmethod
    def _of_the_held(analysis: Analysis, loss: Loss) -> bool:
        """Whether a number may be of people who are held: some of them were freed, or are still held."""
        told = {one.measure for one in analysis.losses if one.rule in ("passive", "subject")}
        return loss.measure in ("rescued", "captured") or (loss.rule == "passive" and "rescued" in told)

    def _them(self, number: int, analysis: Analysis, loss: Loss) -> Field:
        """The people counted in the sentence before for "two of them"; the word itself where there are none."""
        tokens, persons = analysis.sentence.tokens, loss.persons
        if persons is None or tokens[persons.last - 1].low != "them":
            return Field("")
        if any(one.count is not None and one.count.last <= persons.first for one in analysis.losses):
            return Field("")  # "41 dead; 29 of them in the capital"
        if self._group is not None and number - self._group[0] < _NEAREST:
            return self._group[1]
        return self._worded(analysis, persons.last - 1, persons.last, "pronoun")

    def _same_people(self, analysis: Analysis, loss: Loss) -> Field | None:
        """Whom a number without a noun counts: the people of the loss before it, or before it in the sentence."""
        if loss.count is None and not (loss.persons is not None and loss.persons.kind == "pronoun"):
            return None
        if loss.rule in _COUNTED:
            return None
        at = loss.persons.first if loss.persons is not None else loss.first
        earlier = [
            one
            for one in analysis.losses
            if one.persons is not None
            and one.persons.kind == "noun"
            and one.rule != "part"
            and one.persons.last <= at
            and one.persons.noun[0] < one.persons.noun[1]
        ]
        nearest = earlier[-1].persons if earlier else None
        if nearest is not None and loss.rule == "active" and not self._can_be_more(nearest, loss):
            return None  # "killed one guard and hurt four"
        people = [one.persons for one in earlier if one.persons is not None and self._can_be_more(one.persons, loss)]
        if not people:
            back = self._points_back(analysis, loss)
            inside = [p for p in analysis.persons if p.last <= at and p.kind in ("noun", "unknown")]
            people = [p for p in inside if p.plural and (back or (p.count is not None and p.count.low >= loss.low))]
        if not people or self._counted_before(analysis, loss, people[-1].last) is not None:
            return None
        start, end = analysis.offsets(*people[-1].noun)
        return Field(self.document.raw[start:end], "coreference", "the people before", start, end)

    def _can_be_more(self, persons: Persons, loss: Loss) -> bool:
        """Whether a number after them can count more of the same: "one civilian killed and five injured".

        The number that is the object of another verb may count anybody: "killed one guard and hurt four".
        """
        several = persons.count is not None and (loss.rule != "active" or persons.count.high != 1)
        return persons.plural or several

    def _counted_before(self, analysis: Analysis, loss: Loss, least: int = 0) -> Field | None:
        """Those of "140 wounded" for "eleven died before they could be operated on"."""
        if loss.count is None or loss.rule in _COUNTED:
            return None
        at = loss.persons.first if loss.persons is not None else loss.first
        before = [c for c in analysis.counts if least <= c.first and c.last < at and c.low > 1]
        for count in reversed(before[-_FIGURES_BACK:]):
            named = self._named_after(analysis, count)
            if named is not None and named.value:
                return self._again(named)
        return None

    def _points_back(self, analysis: Analysis, loss: Loss) -> bool:
        """Whether the words ask for people named before: "of them", "seven more", "another 61"."""
        if loss.persons is None:
            return False
        first = max(0, loss.persons.first - 1)
        lows = {token.low for token in analysis.sentence.tokens[first : loss.persons.last]}
        return bool(lows & (STAND_FOR | {"others"})) and "whom" not in lows
