"""How often what extraction read was right, counted from what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.lexicon import data
from claims.review.decisions import Decision, Ruling, standing
from claims.review.rows import provenance_of
from claims.review.wilson import wilson


@dataclass(slots=True)
class Tally:
    """Drafts that one rule found, by what was decided; ``edited_in`` counts edited drafts by the column."""

    as_read: int = 0
    repeats: int = 0
    edited: int = 0
    dropped: int = 0
    edited_in: Counter[str] = field(default_factory=Counter)

    @property
    def decided(self) -> int:
        """All of them."""
        return self.as_read + self.repeats + self.edited + self.dropped

    @property
    def right(self) -> int:
        """Those that were right as they were read; to say a thing twice is no fault of the rule."""
        return self.as_read + self.repeats

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share that was right as it was read."""
        return wilson(self.right, self.decided)


@dataclass(slots=True)
class FieldTally:
    """Values of one field, in drafts that were kept, and how many were left as they were read."""

    kept: int = 0
    right: int = 0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share that was right."""
        return wilson(self.right, self.kept)


def judged(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that hold and say something of how well a draft was read."""
    return [d for d in standing(decisions).values() if _found_by(d)]


def by_rule(decisions: Iterable[Decision]) -> dict[str, Tally]:
    """For each rule that finds drafts, as ``measure: passive``, what became of them."""
    found: dict[str, Tally] = {}
    for decision in decisions:
        _count(found.setdefault(_found_by(decision), Tally()), decision)
    return dict(sorted(found.items(), key=lambda item: (-item[1].decided, item[0])))


def by_field(decisions: Iterable[Decision], key: str) -> dict[tuple[str, str], FieldTally]:
    """For each field, and each ``source`` or ``rule`` that its values came from, how many were right."""
    found: dict[tuple[str, str], FieldTally] = {}
    for decision in decisions:
        if decision.decision is Ruling.DROP:
            continue  # what was wrong with it is not known
        changed = set(_changed(decision))
        for name, told in provenance_of(decision.saw).items():
            if told.get(key):
                tally = found.setdefault((name, str(told[key])), FieldTally())
                tally.kept += 1
                tally.right += name not in changed
    return dict(sorted(found.items(), key=lambda item: (item[0][0], -item[1].kept, item[0][1])))


def disagreements(decisions: Sequence[Decision]) -> list[tuple[str, str, str]]:
    """Drafts that two people decided otherwise: the draft, who decided it before, and who decided it last.

    A decision that was taken back counts for nothing, and that of nobody in particular for one person.
    """
    by_person: dict[str, dict[str, Decision]] = {}
    for person in dict.fromkeys(d.by for d in decisions):
        for name, decision in standing([d for d in decisions if d.by == person]).items():
            by_person.setdefault(name, {})[person] = decision
    last = standing(decisions)
    return [
        (name, person, last[name].by)
        for name, held in sorted(by_person.items())
        for person, decision in held.items()
        if name in last and person != last[name].by and _says(decision) != _says(last[name])
    ]


def _says(decision: Decision) -> tuple[object, ...]:
    return decision.decision, decision.claims, tuple(sorted(decision.set.items()))


def _found_by(decision: Decision) -> str:
    """The rule that found the draft; empty for a sentence to look at, or a claim that a person wrote."""
    name = data("claims", "review.yaml")["found_by"].get(str(decision.saw.get("kind")), "")
    told = provenance_of(decision.saw).get(name, {})
    if not told or told.get("source") == "reviewer":
        return ""
    return f"{name}: {told.get('rule') or told.get('model') or told.get('source')}"


def _count(tally: Tally, decision: Decision) -> None:
    if decision.decision is Ruling.ACCEPT:
        tally.as_read += 1
    elif decision.decision is Ruling.REPEATS:
        tally.repeats += 1
    elif decision.decision is Ruling.DROP:
        tally.dropped += 1
    else:
        tally.edited += 1
        tally.edited_in.update(_changed(decision))


def _changed(decision: Decision) -> Iterator[str]:
    """The columns that an edit changed, without those that only follow from another."""
    follows: dict[str, list[str]] = data("claims", "review.yaml")["follows"]
    following = {name for column, names in follows.items() if column in decision.set for name in names}
    for name, value in decision.set.items():
        before = decision.saw.get(name)
        if name not in following and value != ("" if before is None else str(before)) and not name.startswith("quote_"):
            yield name
