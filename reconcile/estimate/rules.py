"""Simple rules for one number, as datasets and aggregators state them; each answers or says why it does not.

They are shown for comparison. None of them knows who speaks for whom, apart from who is independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from reconcile.estimate.comparable import Role
from reconcile.estimate.voting import Vote

NO_FIGURE = "nobody gave a figure"


@dataclass(frozen=True, slots=True)
class Answer:
    """A rule's low, best and high, all null where it gives no answer; ``why`` says on what it rests, or why not."""

    low: int | None
    best: int | None
    high: int | None
    why: str


def ucdp(found: Sequence[Vote]) -> Answer:
    """As UCDP: the middle figure of the independent voices, else the lowest of all; low and high are the extremes.

    Its coders judge which source is the most reliable and take the lower figure where that cannot be told; that the
    independent voices are the reliable ones is our reading. Of two middles, the mean, halves down.
    """
    if not found:
        return Answer(None, None, None, NO_FIGURE)
    independent = [v for v in found if v.role is Role.INDEPENDENT]
    if independent:
        best = ceil(median(v.said for v in independent) - 0.5)
        why = "the middle figure of the independent voices"
    else:
        best, why = min(v.said for v in found), "the lowest figure; no independent voice gave one"
    return _ends(found, best, why)


def conservative(found: Sequence[Vote]) -> Answer:
    """As ACLED, and the most-conservative model of eventreport: the lowest of each of low, best and high."""
    if not found:
        return Answer(None, None, None, NO_FIGURE)
    best = min(v.said for v in found)
    low, high = min(v.low for v in found), min(v.high for v in found)
    return Answer(min(low, best), best, max(best, high), "the lowest figure that anybody gave")


def representative(found: Sequence[Vote]) -> Answer:
    """As the most-representative model of eventreport: the figure that most voices gave.

    Ties go to the figure with more independent voices, then to the one with more camps; else it is indeterminate.
    """
    backers: dict[int, list[Vote]] = defaultdict(list)
    for vote in found:
        backers[vote.said].append(vote)
    if not backers:
        return Answer(None, None, None, NO_FIGURE)
    ranks = {figure: _rank(votes) for figure, votes in backers.items()}
    top = [figure for figure, rank in ranks.items() if rank == max(ranks.values())]
    if len(top) > 1:
        return Answer(None, None, None, "indeterminate: no figure has more voices behind it than every other")
    (best,) = top
    chosen = backers[best]
    voices = "voice" if len(found) == 1 else "voices"
    why = f"the figure of {len(chosen)} of {len(found)} {voices}"
    return _ends(chosen, best, why)


def _ends(found: Sequence[Vote], best: int, why: str) -> Answer:
    return Answer(min(best, *(v.low for v in found)), best, max(best, *(v.high for v in found)), why)


def _rank(votes: Sequence[Vote]) -> tuple[int, int, int]:
    independent = sum(v.role is Role.INDEPENDENT for v in votes)
    return len(votes), independent, len({v.camp for v in votes if v.camp is not None})
