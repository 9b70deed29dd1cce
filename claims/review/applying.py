"""Drafts with what people decided about them: what every reader of a file of drafts goes through.

Decisions are the truth. What a person accepted is what comes out, also where extraction by now reads the sentence
otherwise (flag ``read otherwise now``) or finds nothing there any more (flag ``not proposed now``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claims.review.decisions import Decision, Ruling, standing, written
from claims.review.repeats import with_repeats
from claims.review.rows import (
    AGAIN,
    GONE,
    Row,
    changed,
    flagged,
    kept_row,
    moved,
    otherwise,
    proposed,
    without_offsets,
    written_row,
)

_STATUS = {
    Ruling.ACCEPT: "accepted",
    Ruling.EDIT: "edited",
    Ruling.DROP: "dropped",
    Ruling.REPEATS: "dropped",
}


class Reviewed(NamedTuple):
    """Drafts with their statuses; ``elsewhere`` counts decisions about drafts of documents that are not among them."""

    rows: list[Row]
    elsewhere: int = 0


def reviewed(rows: Iterable[Mapping[str, Any]], decisions: Sequence[Decision] | None) -> Reviewed:
    """Give drafts the statuses and the edits that were decided; None stands for no file of decisions.

    Drafts that carry earlier decisions are first made what extraction proposed, so that doing this twice is doing it
    once. Claims that people wrote follow the draft or sentence they were written from.
    """
    if decisions is None:
        return Reviewed([dict(row) for row in rows])
    spoken_of = {name for decision in decisions for name in decision.claims[:1]}
    fresh = [proposed(row, row.get("id") in spoken_of) for row in rows if not row.get("review")]
    made = written(decisions)
    found = list(_with_written(fresh, made))
    holds = standing(decisions)
    kept, elsewhere = _left_over(found, fresh, holds, made)
    found += kept
    return Reviewed(with_repeats([_decided(row, holds.get(str(row.get("id")))) for row in found], holds), elsewhere)


def _with_written(rows: Sequence[Row], made: Mapping[str, Sequence[Decision]]) -> Iterator[Row]:
    """The rows, each followed by the claims that were written from it."""
    for row in rows:
        yield row
        for decision in made.get(str(row.get("id")), ()):
            yield written_row(decision, row)


def _left_over(
    found: Sequence[Row],
    fresh: Sequence[Row],
    holds: Mapping[str, Decision],
    made: Mapping[str, Sequence[Decision]],
) -> tuple[list[Row], int]:
    """Claims that people kept and whose draft or sentence is gone; of other documents only how many they are."""
    there = {row.get("id") for row in found}
    documents = {row.get("document") for row in fresh}
    gone = [kept_row(d) for name, d in holds.items() if name not in there and _keeps(d)]
    for parent in made.keys() - there:
        gone += [flagged(written_row(decision, without_offsets(decision.saw)), GONE) for decision in made[parent]]
    here = [row for row in gone if row.get("document") in documents]
    return sorted(here, key=lambda row: str(row["id"])), len(gone) - len(here)


_KEEPS = (Ruling.ACCEPT, Ruling.EDIT)


def _keeps(decision: Decision) -> bool:
    """Whether a decision keeps a claim alone; what a person wrote is kept by the line that wrote it."""
    return decision.decision in _KEEPS and bool(decision.saw) and decision.saw.get("review") != "written"


def _decided(row: Row, decision: Decision | None) -> Row:
    if decision is None:
        return row
    if decision.saw and row.get("review") != "kept" and (differing := otherwise(row, decision.saw)):
        row = flagged(row | differing if decision.decision in _KEEPS else row, AGAIN)
    if decision.decision is Ruling.EDIT:
        row = changed(row, moved(decision.set, row, decision.saw))
    return {**row, "status": _STATUS[decision.decision]}
