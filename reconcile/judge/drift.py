"""Statements that changed on the way: "around 200", "more than 200", "200 killed".

A changed copy is nobody's own statement, so it is no rival of its origin and accuses nobody; the chain is shown, hop
by hop, with what each one changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Sequence
from itertools import combinations, pairwise

from claims.model import Kind
from reconcile.judge.case import Case
from reconcile.judge.figures import counted, quantity_of
from reconcile.judge.origins.statements import cannot_both_hold, changes, statement_key
from reconcile.reading import Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import factors_for, firmness_of, magnitude_of, share_beyond

Hops = tuple[tuple[Reading, ...], ...]
"""A chain from its origin on: at each hop the claims that say one thing, the first of them first."""


def drift(case: Case) -> list[Finding]:
    """Chains of copies along which a figure, or who or what it counts, changed: the longest of each, once."""
    chains: dict[tuple[Hashable, ...], list[Hops]] = defaultdict(list)
    changed = {link.copy.id for link in case.origins.links if link.repeats and link.changes}
    for _, way in sorted(case.origins.ways.items()) if changed else ():
        if way[-1].claim.kind is Kind.CASUALTY and len(hops := _hops(way[::-1], changed)) > 1:
            chains[_story(hops)].append(hops)
    ends = [story for story in chains if not any(_begins(story, other) for other in chains)]
    found = (_finding(case, chains[story]) for story in ends)
    return case.most_severe([finding for finding in found if finding is not None])


def _hops(way: Sequence[Reading], changed: Container[str]) -> Hops:
    hops = [[way[0]]]
    for copy in way[1:]:
        if copy.id in changed:
            hops.append([copy])
        else:
            hops[-1].append(copy)
    return tuple(map(tuple, hops))


def _story(hops: Hops) -> tuple[Hashable, ...]:
    """Equal for two chains that tell the same: copies of a changed copy are no second one."""
    return hops[0][0].id, *((statement_key(hop[0]), hop[0].claim.victims) for hop in hops)


def _begins(story: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> bool:
    return len(story) < len(other) and other[: len(story)] == story


def _finding(case: Case, chains: Sequence[Hops]) -> Finding | None:
    """The finding for chains of one story; None where a person decided that its statements do not conflict."""
    chains = sorted(chains, key=lambda hops: [r.id for hop in hops for r in hop])
    slots = [list({r.id: r for hops in chains for r in hops[n]}.values()) for n in range(len(chains[0]))]
    told = [slot[0] for slot in slots]
    apart = [pair for pair in combinations(told, 2) if cannot_both_hold(*pair, case.reader)]
    if any(case.dismissed([one], [other]) for one, other in apart):
        case.set_aside += 1
        return None
    return case.finding(
        "sourcing-drift",
        About.SOURCING,
        Verdict.TENSION if apart else Verdict.REPETITION,
        slots,
        _factors(case, apart, told[0]),
        _sentence(case, told, apart),
        gap=_gap(told) if apart else None,
        notes=case.origins.reasons(r for slot in slots for r in slot),
    )


def _sentence(case: Case, told: Sequence[Reading], apart: Sequence[tuple[Reading, Reading]]) -> str:
    retold = [f"{r.claim.claimant}, repeating it, said {counted(r)}" for r in told[1:]]
    changed = [name for early, late in pairwise(told) for name in changes(late, early, case.reader) or ()]
    what = list(dict.fromkeys(changed))
    listed = what[0] if len(what) == 1 else f"{', '.join(what[:-1])} and {what[-1]}"
    both = f" “{counted(apart[0][0])}” and “{counted(apart[0][1])}” cannot both hold." if apart else ""
    return f"{case.who(told[0])} said {counted(told[0])}; {'; '.join(retold)}. On the way {listed} changed.{both}"


def _factors(case: Case, apart: Sequence[tuple[Reading, Reading]], origin: Reading) -> Factors:
    if not apart:
        return factors_for("drift", "repetition")
    return Factors(
        magnitude=max(magnitude_of("drift"), *(_share(a, b) for a, b in apart)),
        directness=1.0,
        independence=case.independence(origin, origin),
        firmness=firmness_of("tension"),
    )


def _share(a: Reading, b: Reading) -> float:
    one, two = quantity_of(a).outer, quantity_of(b).outer
    ends = [share_beyond(up.low, down.high) for up, down in ((one, two), (two, one)) if down.high is not None]
    return max(ends, default=0.0)


def _gap(told: Sequence[Reading]) -> int | None:
    """How far apart the figures of the chain are at most; None where they meet."""
    outers = [quantity_of(r).outer for r in told]
    gap = max(o.low for o in outers) - min((o.high for o in outers if o.high is not None), default=10**12)
    return gap if gap > 0 else None
