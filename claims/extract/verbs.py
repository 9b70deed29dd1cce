"""Verbs for an outcome: passive, active, shortened ("12 killed in raid"), and two that share their people."""

from __future__ import annotations

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.results import Results
from claims.extract.words import Form

_PAST = frozenset({"past", "participle"})
_WHOSE = frozenset({"their", "his", "her", "its"})
_HARMLESS = 14
"""Tokens of a remark at most, before what says that nobody was harmed."""
_WITH = (["along", "with"], ["together", "with"])
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
            if one.form == other.form
            and one.measure != other.measure
            and one.measure in _HARM
            and one.form != "noun"
            and (self.tokens[last].low != "and" or other.measure in _HARM)
        ]
        return (last + 1 + hit[0], tuple(pairs)) if pairs else (last, forms)

    def _verb(self, first: int, last: int, form: Form) -> list[Loss]:
        passive = self._be_before(first) and form.form in ("past", "participle")
        if passive and self._is_harmless(last):
            return []
        if passive:
            people = self._subject(first)
            people += self._along_with(last) if people else []
            return self._happened(first, last, form, people, "passive", self._by(last))
        if form.form == "base" and not self._is_finite_base(first):
            return []
        target = None if form.form in ("past", "participle") and self._describes(first) else self._object(last)
        if target is not None and self._is_harmless(target.last):
            return []
        some = target is not None and target.plural and target.count is None
        if some and (form.form == "base" or (form.form == "ing" and self._be_before(first))):
            return []  # "who are killing their own people"
        if (
            target is not None
            and (self._fits(target, form) or self._is_bereft(target, first))
            and not self._before_is_count(first, target)
        ):
            people = [target, *self._coordinated(target)]
            people += self._along(people[-1])
            if self.words.has("outcomes.own_losses", self.tokens[first].low):
                return self._lost(first, last, form, people)
            return self._happened(first, last, form, people, "active", self._agent(first))
        if form.form in ("past", "participle"):
            near = self._adjacent(first) if first and self.tokens[first - 1].low not in ("the", "those") else None
            near = near or self._past_aside(first)
            counted = target is not None and (target.count is not None or self.tokens[target.first].low in _WHOSE)
            if counted and form.people:
                return []  # "thousands of mourners buried 13 of the victims"
            if last < len(self.tokens) and self.words.has("outcomes.remains", self.tokens[last].low):
                return []  # "seven mutilated bodies"
            near = self._whole(near)
            if near is not None and form.weak and near.kind != "noun":
                return []  # "14 trucks were looted and five burned"
            another = near is not None and near.kind == "pronoun" and self.tokens[near.first].low in ("another", "a")
            another = another or (near is not None and self.tokens[near.first].low == "another")
            if near is not None and (near.count is not None or another or self._is_headline(near, last, form)):
                inside = [p for p in self.persons if self.verb_end <= p.first and p.last <= near.last and p.count]
                people = self._joined_before(near, inside) if near in inside else [near]
                subsets = [
                    p for p in self.persons if near.last < p.first and p.last < first and p.subset and p.is_figure
                ]
                return self._happened(first, last, form, [*people, *subsets], "reduced", self._by(last))
        return []

    def _lost(self, first: int, last: int, form: Form, people: list[Persons]) -> list[Loss]:
        """ "Lost 810 soldiers, killed or wounded": who lost them did not do it, and what follows may say more."""
        after = [token.low for token in self.tokens[people[-1].last : people[-1].last + 5]]
        both = [low for low in after if low in ("killed", "dead", "wounded", "injured", "captured", "missing")]
        told = Form("casualties", form.form, form.people, form.weak) if len(both) > 1 else form
        return self._happened(first, last, told, people, "lost")

    def _is_headline(self, near: Persons, last: int, form: Form) -> bool:
        """Whether people without a number and a participle are a shortened passive: "civilians killed in raid"."""
        after = self.tokens[last].low if last < len(self.tokens) else ""
        return (
            not form.people and near.kind in ("noun", "name") and after in ("in", "by", "during", "when", "after", "as")
        )

    def _describes(self, at: int) -> bool:
        """Whether a participle stands before its noun as an adjective: "injured shoppers", "the wounded men"."""
        if any(self.words.has("function.have", token.low) for token in self.tokens[max(0, at - 2) : at]):
            return False
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

    def _is_harmless(self, at: int) -> bool:
        """Whether what follows says that nobody was harmed or held: "captured on film", "held four men liable"."""
        ends = range(at, min(at + _HARMLESS, len(self.tokens)))
        return any(
            self.words.match("outcomes.harmless", self.tokens, place) and (place == at or self._closes(at, place))
            for place in ends
        )

    def _closes(self, start: int, end: int) -> bool:
        """Whether only a remark between commas stands between: "held four men, including X, liable"."""
        return self.tokens[start].text == "," == self.tokens[end - 1].text

    def _along(self, persons: Persons) -> list[Persons]:
        """Counted people after a remark on those before: "killed X, the head of Y, along with ten others"."""
        for at in range(persons.last, min(persons.last + _HARMLESS, len(self.tokens) - 2)):
            if self.tokens[at].low in (";", "and") or self.words.has("function.be", self.tokens[at].low):
                return []
            if [token.low for token in self.tokens[at : at + 2]] in _WITH:
                other = self.by_first.get(at + 2)
                return [other] if other is not None and other.count is not None and at > persons.last else []
        return []

    def _along_with(self, at: int) -> list[Persons]:
        """Those to whom the same happened: "was killed along with two bodyguards"."""
        if [token.low for token in self.tokens[at : at + 2]] not in _WITH:
            return []
        other = self.by_first.get(at + 2)
        return [other] if other is not None and (other.count is not None or other.is_single) else []

    def _is_bereft(self, persons: Persons, verb: int) -> bool:
        """Whether somebody lost their own: "lost her husband", "lost his two sons"."""
        own = self.words.has("outcomes.own_losses", self.tokens[verb].low)
        if own and persons.kind == "count" and persons.first == verb + 1 and persons.is_figure:
            after = self.tokens[persons.last].low if persons.last < len(self.tokens) else "."
            return after in (".", ",", ";", "and", "in", "at", "on", "since") and verb > 0 and not persons.subset
        kin = self.words.has("outcomes.kin", self.tokens[persons.last - 1].low)
        lead = self.tokens[persons.first].low
        whose = persons.first + 1 < persons.last and lead in ("her", "his", "their", "my", "both")
        return kin and whose and own

    def _own(self, at: int) -> bool:
        """Whether "own" follows: "lost two of its own"."""
        return at < len(self.tokens) and self.tokens[at].low in ("own", "of")

    def _fits(self, persons: Persons, form: Form) -> bool:
        if persons.kind == "pronoun":
            one = self.tokens[persons.first].low in ("him", "himself", "herself")
            return not form.people or (one and not form.weak and form.measure == "killed")
        if form.weak:
            own = persons.kind == "count" and [t.low for t in self.tokens[persons.last : persons.last + 1]] in (
                ["own"],
                ["of"],
            )
            return (
                persons.count is not None
                and persons.bounds[1] != 0
                and persons.bounds != (0, None)
                and (persons.kind == "noun" or own)
            )
        if form.people:
            return persons.kind == "noun" or (
                persons.kind == "count" and persons.count is not None and not persons.count.is_none
            )
        return True
