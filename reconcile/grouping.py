"""Which claims are about one event.

User labels and decisions come first; evidence in bits decides the rest. Claims that say when, where and who in the
same terms count as one mention, so that copies of a report cannot outvote other evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from reconcile.attaching import attach_vague
from reconcile.candidates import candidate_pairs
from reconcile.clustering import Scored, UnionFind, cluster
from reconcile.decisions import Rulings
from reconcile.evidence import score, score_and_weight
from reconcile.place_evidence import surely_elsewhere
from reconcile.reading import Reading

LONGEST_SPREAD_IN_DAYS = 3
FURTHEST_AGREED_DAYS = 1
"""Two groups that each agree on a day of their own are two events when these days are further apart."""
_SHARP_DAYS = 3
_OTHER_LABEL: Scored = (-99.0, 99.0)

Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of readings (each sorted by id), and what the search could not do in full."""

    groups: list[list[Reading]]
    warnings: list[str]


def group(readings: Sequence[Reading], rulings: Rulings) -> Grouping:
    """Put readings into events. The result does not depend on their order."""
    ordered = sorted(readings, key=lambda r: r.id)
    mentions = _mentions(ordered, rulings.names())
    heads = [members[0] for members in mentions]
    pairs, cut = candidate_pairs(heads)
    scores = {pair: _pair_score(heads[pair[0]], heads[pair[1]]) for pair in sorted(pairs)}
    bounds = _Bounds(mentions, rulings)
    groups = cluster(
        scores, _seeds(mentions, rulings), bounds.allow, lambda one, two: _pair_score(heads[one], heads[two])
    )
    groups = attach_vague(groups, heads, scores, bounds.allow)
    found = [sorted((r for n in numbers for r in mentions[n]), key=lambda r: r.id) for numbers in groups]
    warnings = []
    if cut:
        warnings.append(
            f"{cut} crowded blocks (more claims of one day, place or side than are compared pair by pair) "
            "were compared among nearest neighbours only"
        )
    warnings.extend(contradicted(found, rulings))
    return Grouping(sorted(found, key=lambda g: g[0].id), warnings)


def _pair_score(a: Reading, b: Reading) -> Scored:
    if a.claim.event and b.claim.event and a.claim.event != b.claim.event:
        return _OTHER_LABEL
    return score_and_weight(a, b)


def _mentions(ordered: Sequence[Reading], decided: set[str]) -> list[list[Reading]]:
    """Readings that describe the event in the very same terms, provided the terms say enough to tell it by.

    A claim that a person decided about stays a mention of its own, so that the decision can reach it alone.
    """
    alike: dict[Hashable, list[Reading]] = defaultdict(list)
    mentions: list[list[Reading]] = []
    for reading in ordered:
        if reading.id in decided:
            mentions.append([reading])
        else:
            alike[_terms(reading)].append(reading)
    for members in alike.values():
        if len(members) > 1 and score(members[0], members[1]) > 0:
            mentions.extend(_by_teller(members))
        else:
            mentions.extend([m] for m in members)
    return sorted(mentions, key=lambda m: m[0].id)


def _by_teller(members: Sequence[Reading]) -> list[list[Reading]]:
    """One mention, unless a teller gives several figures at once in it: then each figure may be another event."""
    figures: dict[Hashable, set[Hashable]] = defaultdict(set)
    for reading in members:
        figures[_teller(reading)].add(_figure(reading))
    mentions: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in members:
        several = len(figures[_teller(reading)]) > 1
        mentions[(_teller(reading), _figure(reading)) if several else ""].append(reading)
    return list(mentions.values())


def _teller(reading: Reading) -> Hashable:
    return reading.voice, reading.claim.source, reading.claim.published, reading.population


def _figure(reading: Reading) -> Hashable:
    return reading.quantity.outer if reading.quantity else None


def _terms(reading: Reading) -> Hashable:
    claim = reading.claim
    where = (claim.document, claim.quote_start, claim.quote_end)
    act = (reading.act.concepts, reading.act.stems) if claim.stance else None
    return (
        claim.event, claim.kind, claim.measure, claim.scope, where, act, reading.window, reading.place,
        reading.event_type.id, reading.parties, reading.camp, reading.names, reading.perpetrators, reading.victim,
    )  # fmt: skip


def _seeds(mentions: Sequence[Sequence[Reading]], rulings: Rulings) -> list[list[int]]:
    """Mentions that belong together by a person's decision or a user's label; a decision beats a label."""
    joined = UnionFind(len(mentions))
    home = {r.id: number for number, members in enumerate(mentions) for r in members}
    for pair in rulings.same():
        one, two = sorted(pair)
        if one in home and two in home:
            joined.join(home[one], home[two])
    foes: dict[int, set[int]] = defaultdict(set)
    for pair in rulings.different():
        if pair <= home.keys():
            here, there = sorted(home[name] for name in pair)
            foes[joined.find(here)].add(there)
            foes[joined.find(there)].add(here)
    labelled: dict[str, int] = {}
    for number, members in enumerate(mentions):
        label = members[0].claim.event
        if label:
            _join_unless_apart(number, labelled.setdefault(label, number), joined, foes)
    return joined.groups()


def _join_unless_apart(one: int, two: int, joined: UnionFind, foes: dict[int, set[int]]) -> None:
    """Join the groups of two mentions unless a person parted a mention of the one from one of the other."""
    mine, theirs = joined.find(one), joined.find(two)
    if mine == theirs or any(joined.find(foe) == theirs for foe in foes.get(mine, ())):
        return
    joined.join(one, two)
    both = foes.pop(mine, set()) | foes.pop(theirs, set())
    if both:
        foes[joined.find(one)] = both


def contradicted(groups: Sequence[Sequence[Reading]], rulings: Rulings) -> list[str]:
    """Decisions that could not be kept because others join what they part."""
    homes = {r.id: n for n, members in enumerate(groups) for r in members}
    return [
        f"the decision that {' and '.join(sorted(pair))} are different events could not be kept: others join them"
        for pair in sorted(rulings.different(), key=sorted)
        if pair <= homes.keys() and len({homes[name] for name in pair}) == 1
    ]


class _Bounds:
    """What no evidence may overrule: other labels, a person's "different", and days too far apart."""

    def __init__(self, mentions: Sequence[Sequence[Reading]], rulings: Rulings) -> None:
        self.labels = [m[0].claim.event for m in mentions]
        self.windows = [_sharp(m[0]) for m in mentions]
        self.places = [m[0].place for m in mentions]
        home = {r.id: number for number, members in enumerate(mentions) for r in members}
        self.apart: dict[int, set[int]] = defaultdict(set)
        for pair in rulings.different():
            one, two = (home.get(name) for name in sorted(pair))
            if one is not None and two is not None:
                self.apart[one].add(two)
                self.apart[two].add(one)

    def allow(self, one: Iterable[int], two: Iterable[int]) -> bool:
        """Whether two groups of mentions may become one event."""
        one, two = list(one), list(two)
        if len({self.labels[n] for n in (*one, *two)} - {""}) > 1:
            return False
        if self.apart and any(other in self.apart[n] for n in one for other in two):
            return False
        if self._in_different_provinces(one, two):
            return False
        if self._spread((*one, *two)) > LONGEST_SPREAD_IN_DAYS:
            return False
        return self._agreed_days_apart(one, two) <= FURTHEST_AGREED_DAYS

    def _in_different_provinces(self, one: list[int], two: list[int]) -> bool:
        """Whether the words of a claim in each group put them into different provinces or countries beyond doubt."""
        places = [{self.places[n] for n in group} for group in (one, two)]
        return any(surely_elsewhere(p, q) for p in places[0] for q in places[1])

    def _agreed_days_apart(self, one: list[int], two: list[int]) -> int:
        """Days between the days that two or more mentions of each group agree on; 0 when a group agrees on none."""
        days = [self._agreed(group) for group in (one, two)]
        if days[0] is None or days[1] is None:
            return 0
        return max(days[0][0] - days[1][1], days[1][0] - days[0][1], 0)

    def _agreed(self, group: list[int]) -> tuple[int, int] | None:
        counts = Counter(w for w in (self.windows[n] for n in group) if w)
        window, times = min(counts.items(), key=lambda c: (-c[1], c[0]), default=(None, 0))
        return window if times > 1 else None

    def _spread(self, numbers: Iterable[int]) -> int:
        sharp = [w for w in (self.windows[n] for n in numbers) if w]
        return max(first for first, _ in sharp) - min(last for _, last in sharp) if sharp else 0


def _sharp(reading: Reading) -> tuple[int, int] | None:
    window = reading.window
    if window.first is None or window.last is None or window.approximate:
        return None
    return (window.first, window.last) if window.last - window.first < _SHARP_DAYS else None


def strongest_links(members: Sequence[Reading], most: int = 200) -> list[tuple[Reading, Reading]]:
    """The links that hold a group together: a spanning tree of its strongest evidence, strongest first.

    In a group of more than ``most`` claims each claim is linked to the first one only.
    """
    if len(members) < 2:
        return []
    if len(members) > most:
        return [(members[0], other) for other in members[1:]]
    ranked = sorted(
        ((-score(a, b), a.id, b.id, i, j) for i, a in enumerate(members) for j, b in enumerate(members) if i < j)
    )
    joined = UnionFind(len(members))
    links = []
    for _, _, _, i, j in ranked:
        if joined.find(i) != joined.find(j):
            joined.join(i, j)
            links.append((members[i], members[j]))
    return links
