"""Losses that no verb tells: nouns, states and falls ("12 deaths", "12 dead", "19 hitmen fell")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.figures import Figures
from claims.extract.loss import Loss
from claims.extract.person_nouns import is_person
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.words import Form

_AFTER_FALL = frozenset({"and", "in", "at", "during", "while", "when", "as", "on"})
_FATALLY = frozenset({"fatally", "mortally"})
_HURT = frozenset({"wounded", "injured", "hurt", "and", "while"})
_REMAIN = frozenset({"remain", "remains", "remained", "stay", "stayed", "lie", "lay"})
_NEAR_START = 8
"""Tokens before the "of" of a noun that is the subject of its sentence at most."""


class Nominal(Figures):
    """Reads losses round a noun or a state."""

    def _special(self, at: int) -> list[Loss]:
        """Losses told by a figure, a group of the dead, or what an attack affected."""
        low = self.tokens[at].low
        found = self._label(at) or self._figure(at) or self._group(at)
        if found:
            return found
        if low == "affected" and any(self.words.has("blame.acts", t.low) for t in self.tokens[max(0, at - 4) : at]):
            target = self._object(at + 1)
            return self._happened(at, at + 1, Form("casualties", "past"), [target], "affected") if target else []
        counts = any(one.first == at + 2 for one in self.counts)
        if low == "number" and not counts and [t.low for t in self.tokens[at + 1 : at + 2]] == ["of"]:
            return self._number_of(at)
        return self._fallen(at)

    def _fallen(self, at: int) -> list[Loss]:
        """ "Nineteen hitmen fell": only of people who are counted, and with nothing that they fell into."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if not self.words.has("outcomes.falls", self.tokens[at].low) or not self.counts:
            return []
        if after is not None and not (after.low in _AFTER_FALL or not after.is_word):
            return []
        people = [one for one in self._subject(at) if one.count is not None and one.kind == "noun"]
        return self._happened(at, at + 1, Form("killed", "suffers"), people, "subject")

    def _state(self, first: int, last: int, form: Form) -> list[Loss]:
        after = self.tokens[last] if last < len(self.tokens) else None
        if self.tokens[first].low in _FATALLY and after is not None and after.is_word and after.low not in _HURT:
            return []
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
        remains = first > 0 and self.tokens[first - 1].low in _REMAIN
        if (remains or self._be_before(first)) and not self._modifies(last):
            return self._happened(first, last, form, self._subject(first), "passive")
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
        if form.form == "remains" and not self._about_remains(first):
            return []
        if self.tokens[first].low == "loss" and not self._of(last):
            return []
        counted = next((p for p in self.persons if p.first <= first < p.last and p.count is not None), None)
        counted_by = next(
            (c for c in reversed(self.counts) if c.last <= first <= c.last + 3 and self._plain(c.last, first)), None
        )
        of = self._of(last)
        if "word" in [t.low for t in self.tokens[max(0, first - 4) : first]]:
            return []  # "no word on casualties"
        deed = self.words.has("outcomes.deeds", self.tokens[first].low) or form.measure == "captured"
        if counted_by is not None and counted_by.is_none and deed:
            return []  # "no arrests" says nothing of captives, "no massacre" nothing of deaths
        if self._averted(counted_by.first if counted_by is not None else first, last):
            return []
        if counted_by is not None and not (
            of and form.form == "noun" and self.tokens[first].low in ("killing", "murder", "death")
        ):
            return [self._counted(form, first, last, counted_by, of)]
        if counted is not None and counted.count is not None:
            return [self._counted(form, first, last, counted.count, of)]
        if of:
            return self._happened(first, last, form, of, "noun of", self._by(of[-1].last) or self._agent_of_noun(first))
        return self._owned(first, last, form) or self._none_known(first, last, form)

    def _owned(self, first: int, last: int, form: Form) -> list[Loss]:
        """ "Confirmed the general's death": of one person, where it is somebody's news."""
        if self.tokens[first].low not in ("death", "killing", "murder", "capture") or first < 4:
            return []
        if self.tokens[first - 1].low != "'s" or not is_person(self.tokens[first - 2].text):
            return []
        start = first - 2 - self.words.has("function.determiners", self.tokens[first - 3].low)
        if not start or not self.words.has("outcomes.news", self.tokens[start - 1].low):
            return []
        who = Persons(start, first - 1, (first - 2, first - 1), None, "noun", False)
        return self._happened(first, last, form, [who], "noun of")

    def _averted(self, first: int, last: int) -> bool:
        """Whether a loss may come or could have been avoided: "could cost thousands more lives"."""
        before = [token.low for token in self.tokens[max(0, first - 3) : first]]
        if any(self.words.has("outcomes.unreal.modals", low) for low in before) and "have" not in before:
            return True
        after = self.tokens[last : last + 5]
        return any(self.words.has("outcomes.averted", token.low) for token in after) and any(
            self.words.has("outcomes.unreal.modals", token.low) for token in after
        )

    def _none_known(self, first: int, last: int, form: Form) -> list[Loss]:
        """ "We are not aware of any civilian casualties": said to be none."""
        before = [token.low for token in self.tokens[max(0, first - 9) : first]]
        if "any" not in before[-3:] or not self.words.has("outcomes.counts_of_loss", self.tokens[first].low):
            return []
        lead = before[: len(before) - before[::-1].index("any")]
        if not any(self.words.has("outcomes.none_known", low) for low in lead):
            return []
        people = next((p for p in self.persons if p.first < first <= p.last and p.kind == "noun"), None)
        return [Loss(form.measure, first, last, people, "none known", 0, 0)]

    def _plain(self, start: int, end: int) -> bool:
        """Whether only words of the same noun phrase stand between a count and a noun."""
        small = ("prepositions", "determiners", "be", "have", "verbs", "relatives")
        return all(
            self.tokens[at].text == '"'
            or self.tokens[at].low == "of"
            or (
                self.tokens[at].is_word
                and not self.words.has("outcomes.counted_otherwise", self.tokens[at].low)
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

    def _about_remains(self, at: int) -> bool:
        """Whether a noun for the dead means them: a number of bodies, or any that were found, buried or lost."""
        if any(one.kind == "noun" and one.first < at < one.last == at + 1 for one in self.persons):
            return False  # "kidnapped victims" are people to whom something else happened
        if self._names_how_many(at + 1):
            return True
        far = 0 if self.tokens[at].low in ("victim", "victims") else 2
        numbered = any(
            one.low and one.last <= at <= one.last + far and self._plain(one.last, at) for one in self.counts
        )
        after = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        definite = any(one.last == at and one.first and self.tokens[one.first - 1].low == "the" for one in self.counts)
        led = next((one.first - 1 for one in self.counts if one.last == at and one.first), -1)
        before = self.tokens[led].low if led >= 0 else ""
        taken = led >= 0 and (self.words.outcome(self.tokens, led) is not None or before in ("on", "for", "to", "with"))
        elsewhere = taken or after in ("of", "who") or after in self.words.results or definite
        told = before.endswith("ed") and not self.words.has("outcomes.remains_verbs", before)
        counted = self.tokens[at].low in ("victim", "victims") and not elsewhere and not told
        verb = self.words.outcome(self.tokens, led) if far == 0 and led >= 0 else None
        if verb is not None and verb[1][0].measure == "injured":
            return False  # "harmed 1,221 victims"
        if numbered and (counted or self.words.has("outcomes.bodies", self.tokens[at].low)):
            return True
        return any(self.words.has("outcomes.remains_verbs", token.low) or token.low == "loss" for token in self.tokens)

    def _names_how_many(self, at: int) -> bool:
        """Whether a number of people follows: "the bodies of more than 150 guerrillas"."""
        people = self._object(at + 1) if at < len(self.tokens) and self.tokens[at].low == "of" else None
        return people is not None and people.kind == "noun" and people.is_figure

    def _of(self, at: int) -> list[Persons]:
        """The people after "of", "among" or "for" beside a noun, past a date: "the killings in May of 12 men"."""
        if at < len(self.tokens) and self.tokens[at].low in ("in", "on"):
            of = next((n for n in range(at + 2, min(at + 6, len(self.tokens))) if self.tokens[n].low == "of"), at)
            dated = all(t.is_capital or t.text[0].isdigit() or t.low == "," for t in self.tokens[at + 1 : of])
            at = of if dated else at
        if at >= len(self.tokens) or self.tokens[at].low not in ("of", "among", "amongst", "for"):
            return []
        target = self._object(at + 1)
        if target is None:
            return []
        verbs = (self.words.has("function.be", token.low) for token in self.tokens[:at])
        return [target, *self._coordinated(target, is_subject=not any(verbs) and at < _NEAR_START)]
