"""What a failure tells: the nearest finding, and the evidence between two claims. Never longer than a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from counterclaim.reconciled import Reconciled
from counterclaim.testing.conflicts import Sought, names_all, opposes
from counterclaim.testing.parties import event_named
from reconcile.result import Explanation, Finding, Link, ReadClaim, Result
from reports.escape import isolated
from reports.words import bits, column, counted, exact_places, one_line

_LONGEST = 300
"""Characters of a line."""
_MOST = 5
"""Findings, or pieces of evidence, of one list."""
_PAIRS = 10_000
"""Pairs of claims that are looked at for the one to explain."""


def cut(text: str, indent: str = "") -> str:
    """A text on one line that does nothing on a screen, with its middle left out where it is long."""
    clean = isolated(text)
    return indent + (clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 60]} … {clean[-50:]}")


def listed(findings: Sequence[Finding], result: Result) -> Iterator[str]:
    """The first few findings, a line each."""
    for finding in findings[:_MOST]:
        yield cut(one_line(finding, result))
    if len(findings) > _MOST:
        yield f"and {counted(len(findings) - _MOST, 'more finding')}"


def nearest(result: Result, those: Sequence[frozenset[str]], wanted: Sought) -> Iterator[str]:
    """The finding that comes nearest to the one that is missing, and what keeps it from being that."""
    event = event_named(result, wanted.event) if wanted.event else ""
    near = [f for f in result.findings if names_all(f, those)]
    if not near:
        yield "no finding names them both" if len(those) == 2 else "no finding names them all"
        return
    finding = min(near, key=lambda f: (not opposes(f, those), len(wanted.lacks(f, event)), -f.severity, f.id))
    reasons = wanted.lacks(finding, event) or ["it does not set them against each other"]
    yield cut(f"the nearest finding: {one_line(finding, result)}")
    yield f"  but {' and '.join(reasons)}"


def evidence(result: Result, one: Iterable[str], two: Iterable[str]) -> Iterator[str]:
    """Why the closest claims of two parties are or are not one event, and how their words compare."""
    if not isinstance(result, Reconciled) or not result.has_evidence:
        yield "the evidence is not told: this result was not made by counterclaim.reconcile"
        return
    pair = _closest(result, one, two)
    if pair is not None:
        yield from _told(result.explain(*pair))


def _closest(result: Result, one: Iterable[str], two: Iterable[str]) -> tuple[str, str] | None:
    """The pair whose claims have most in common, so that what is told is what the reader has in mind."""
    claim = {c.id: c for c in result.claims}
    pairs = ((a, b) for a, b in product(sorted(one), sorted(two)) if a != b)
    return min(islice(pairs, _PAIRS), key=lambda p: (-_in_common(claim[p[0]], claim[p[1]]), p), default=None)


def _in_common(a: ReadClaim, b: ReadClaim) -> int:
    same = [a.event_id == b.event_id, a.population == b.population and a.population is not None]
    columns = ("kind", "measure", "date", "place", "event_type", "victim_side")
    return 4 * sum(same) + sum(column(a, name) == column(b, name) != "" for name in columns)


def _told(why: Explanation) -> Iterator[str]:
    together = "one event" if why.same_event else "different events"
    yield cut(f"{why.first.id} and {why.second.id} are {together}")
    for sentence in (*why.grouping, *why.comparison):
        yield cut(sentence, "  ")
    yield from _clues(why.link)


def _clues(link: Link) -> Iterator[str]:
    """The weightiest pieces of evidence for or against one event; those left out are summed up."""
    places = exact_places(link)
    weighty = sorted(link.clues, key=lambda clue: (-abs(clue.bits), clue.name))
    yield f"  evidence for one event: {bits(link.bits, places)} bits in all; above 0 means likelier one than two"
    for clue in weighty[:_MOST]:
        yield cut(f"{bits(clue.bits, places)} {clue.name}: {clue.detail}", "    ")
    rest = weighty[_MOST:]
    if rest:
        yield f"    {bits(sum(clue.bits for clue in rest), places)} from {len(rest)} more"


def message(*lines: str) -> str:
    """The lines of a failure as one text."""
    return "\n".join(lines)
