"""Verbs that say what happened by what follows: "took 18 men prisoner", "12 people were left homeless"."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.parts import Parts
from claims.extract.persons import Persons
from claims.extract.phrase_lists import longest
from claims.extract.words import Form, Result

_PAST = frozenset({"past", "participle"})


class Results(Parts):
    """Reads a verb together with what follows it or its object."""

    def _result(self, at: int) -> list[Loss]:
        """The losses of a verb whose outcome follows it."""
        for result in self.words.results.get(self.tokens[at].low, ()):
            found = self._after_object(at, result) or self._after_verb(at, result) or self._bare(at, result)
            if found:
                return found
        return []

    def _after_object(self, at: int, result: Result) -> list[Loss]:
        """ "Took 18 men prisoner": the people stand between."""
        target = None if result.form == "base" and not self._is_finite_base(at) else self._object(at + 1)
        if target is None or target.kind == "name":
            return []
        chain = [target, *self._coordinated(target)]
        for size in range(len(chain), 0, -1):
            found = self._complement(chain[size - 1].last, result) or self._complement_inside(chain[size - 1], result)
            if found is not None:
                end, measure = found
                return self._happened(at, end, Form(measure, "past"), chain[:size], "active", self._agent(at))
        return self._captives(at, result, chain)

    def _captives(self, at: int, result: Result, chain: list[Persons]) -> list[Loss]:
        """ "Took some 250 hostages": the noun says what became of them."""
        head = self.tokens[chain[0].noun[1] - 1].low if chain[0].noun[1] else ""
        named = any(self.words.has("outcomes.captives", t.low) for t in self.tokens[slice(*chain[0].noun)]) and head
        if not named or chain[0].count is None or "captured" not in result.measures:
            return []
        return self._happened(at, at + 1, Form("captured", "past"), chain[:1], "active", self._agent(at))

    def _complement_inside(self, persons: Persons, result: Result) -> tuple[int, str] | None:
        """What says the outcome where it was read as a part of the noun phrase: "36 people with gunshot wounds"."""
        for at in range(persons.noun[0] + 1, persons.last):
            if self.tokens[at].low in ("with", "from", "in", "of"):
                return self._complement(at, result)
        return None

    def _after_verb(self, at: int, result: Result) -> list[Loss]:
        """ "Were taken prisoner", "flew out 84 people", "226 people deprived of liberty"."""
        found = self._complement(at + 1, result)
        if found is None:
            return []
        end, measure = found
        form = Form(measure, "past")
        if result.form in _PAST and self._be_before(at):
            return self._happened(at, end, form, self._subject(at), "passive", self._by(end))
        target = self._object(end)
        finite = result.form != "base" or self._is_finite_base(at, end)
        if target is not None and finite and (target.count is not None or target.kind == "noun"):
            return self._happened(at, end, form, [target, *self._coordinated(target)], "active", self._agent(at))
        near = self._whole(self._adjacent(at)) if result.form in _PAST else None
        if near is not None and near.count is not None:
            return self._happened(at, end, form, [near], "reduced", self._by(end))
        return []

    def _bare(self, at: int, result: Result) -> list[Loss]:
        """ "Treated 17 people": nothing needs to follow."""
        if not result.bare or result.form == "base":
            return []
        form = Form(result.bare, "past", people=True)
        if result.form in _PAST and self._be_before(at):
            people = [one for one in self._subject(at) if one.count is not None]
            return self._happened(at, at + 1, form, people, "passive", None)
        target = self._object(at + 1)
        if target is None or target.count is None or self._noun_after(target.last):
            return []
        if any(target.first <= place < target.last for place in self.attributes):
            return []  # "treated 12 captured men": told by what describes them
        return self._happened(at, at + 1, form, [target, *self._coordinated(target)], "active", None)

    def _whole(self, near: Persons | None) -> Persons | None:
        """ "One of 13 people shot dead": of all thirteen."""
        if near is None or near.count is None or near.bounds != (1, 1):
            return near
        inner = next((one for one in self.counts if near.first < one.first < near.last), None)
        lead = [token.low for token in self.tokens[max(0, near.first - 1) : near.first]]
        told = bool(lead) and (self.words.has("function.be", lead[0]) or lead == [","])
        return replace(near, count=inner) if inner is not None and told else near

    def _noun_after(self, at: int) -> bool:
        """Whether the number counts a noun of loss, which is read by itself: "treated 26 casualties"."""
        hit = self.words.outcome(self.tokens, at) if at < len(self.tokens) else None
        return hit is not None and hit[1][0].form == "noun"

    def _complement(self, at: int, result: Result) -> tuple[int, str] | None:
        """Where the words end that say the outcome, past an adverb, and the measure they stand for."""
        for place in range(at, min(at + 2, len(self.tokens))):
            hit = longest(result.complements, self.tokens, place)
            if hit is not None:
                return place + hit[0], str(hit[1])
            if not self._is_adverb(place):
                break
        return None

    def _is_adverb(self, at: int) -> bool:
        low = self.tokens[at].low
        return low.endswith("ly") or low == '"' or self.words.has("function.adverbs", low)

    def _is_finite_base(self, at: int, end: int = 0) -> bool:
        """Whether "kill" says what happened: after "to have", "did"; never "to kill", "will kill"."""
        before = self.tokens[at - 1].low if at else ""
        start = at - 1 if before in ("still", "also", "now", "already") else at
        headline = (
            any(p.last == start and (p.plural or p.kind == "name") for p in self.persons)
            and self._object(end or at + 1) is not None
        )
        helped = before in ("helped", "help", "helping") or (
            before == "to" and at > 1 and self.tokens[at - 2].low in ("helped", "had", "began", "managed")
        )
        return (
            before == "did"
            or helped
            or headline
            or self._goes_on(at, end or at + 1)
            or self._after_noun(at, end or at + 1)
        )

    def _after_noun(self, at: int, end: int) -> bool:
        """ "Clashes kill 12": right after a plural noun, with a number for its object."""
        target = self._object(end)
        if at == 0 or target is None or target.count is None or not self.tokens[at - 1].is_word:
            return False
        low = self.tokens[at - 1].low
        return not (self._is_small(low) or self.words.has("function.verbs", low) or low in ("help", "helped", "let"))

    def _is_small(self, low: str) -> bool:
        names = ("prepositions", "conjunctions", "determiners", "pronouns", "be", "have", "relatives", "adverbs")
        return low in ("to", "not") or any(self.words.has(f"function.{name}", low) for name in names)

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether a headline goes on with "kill 4": after a comma or "and", with a number, and no "to" before."""
        target = self._object(end)
        if at < 2 or self.tokens[at - 1].low not in (",", "and") or target is None or target.count is None:
            return False
        before = self.tokens[:at]
        return not any(
            token.low == "to" or self.words.has("outcomes.unreal.modals", token.low) or token.low in ("do", "did")
            for token in before
        )
