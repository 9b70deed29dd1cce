"""The origins of one event: which claims are copies, of what, and whose words they are in the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.judge.origins.inferred import inferred_links
from reconcile.judge.origins.links import Link, Why, followed
from reconcile.judge.origins.statements import changes, same_statement, statement_key
from reconcile.judge.origins.told import by_time, told_links
from reconcile.parts import parts_of
from reconcile.reader import Reader
from reconcile.reading import Reading, fold


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """Who copied whom: rules weigh originals, a faithful copy echoes its origin, a changed one speaks for nobody."""

    links: tuple[Link, ...]
    """One step for each claim that repeats another or names whom it has its words from, by the copy's id."""
    ways: Mapping[str, Sequence[Reading]]
    """For each copy the way back to its origin, the copy first."""
    faithful: Mapping[str, Sequence[Reading]]
    """For each origin the copies that say the same."""
    changed: frozenset[str]
    """The copies that say something else than their origin."""
    reader: Reader

    def root(self, reading: Reading) -> Reading:
        """The claim whose words these are; the claim itself unless it is a copy."""
        return self.ways[reading.id][-1] if reading.id in self.ways else reading

    def is_copy(self, reading: Reading) -> bool:
        """Whether the claim repeats another one of the event, faithfully or not."""
        return reading.id in self.ways

    def is_changed(self, reading: Reading) -> bool:
        """Whether the claim repeats another one of the event and says something else."""
        return reading.id in self.changed

    def copies_of(self, readings: Iterable[Reading]) -> list[Reading]:
        """The faithful copies of these claims; of a count inside a claim's words, the copies that hold it too."""
        return [copy for r in readings for copy in self.faithful.get(r.id, ()) if not r.part or self._holds(copy, r)]

    def _holds(self, copy: Reading, part: Reading) -> bool:
        return any(same_statement(own, part) for own in parts_of(copy, self.reader))

    def reasons(self, readings: Iterable[Reading]) -> list[str]:
        """Why each of these claims goes back to another, where it does, as "C-12: relayed from AFP"."""
        among = {r.id for r in readings}
        return [f"{link.copy.id}: {link.reason}" for link in self.links if link.copy.id in among]


def trace(readings: Sequence[Reading], reader: Reader) -> Origins:
    """Find the copies of an event: what claims tell first, then what can be inferred. The order does not matter."""
    told = told_links(readings, reader)
    links = [*told, *inferred_links(readings, told, reader)]
    steps = Counter(link.copy.id for link in links)
    parents = {link.copy.id: link.of for link in links if link.repeats and link.of and steps[link.copy.id] == 1}
    ways = {}
    for r in readings:
        if r.id in parents and (way := followed(parents, r))[-1] is not r:
            ways[r.id] = way
    links += _carried(readings, {link.copy.id for link in links})
    ordered = sorted(links, key=lambda link: (link.copy.id, link.of.id if link.of else "", link.teller))
    faithful = _faithful(ways, reader)
    changed = ways.keys() - {copy.id for copies in faithful.values() for copy in copies}
    return Origins(tuple(ordered), ways, faithful, frozenset(changed), reader)


def _faithful(ways: Mapping[str, Sequence[Reading]], reader: Reader) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for _, way in sorted(ways.items()):
        copy, root = way[0], way[-1]
        if changes(copy, root, reader) == ():
            found[root.id].append(copy)
    return dict(found)


def _carried(readings: Sequence[Reading], linked: set[str]) -> Iterator[Link]:
    """One claimant's words in several sources: the claimant is the one origin, its first appearance the claim."""
    alike: dict[Hashable, list[Reading]] = defaultdict(list)
    for r in readings:
        alike[r.voice, statement_key(r)].append(r)
    for members in alike.values():
        first, *others = sorted(members, key=by_time)
        for r in others:
            if r.id not in linked and fold(r.claim.source) != fold(first.claim.source):
                yield Link(r, first, "", Why.CLAIMANT, ())
