"""Drafts that say again what an earlier one says: linked to it, and not counted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.review.decisions import Decision, Ruling
from claims.review.rows import VOID, Row, changed, flagged


def with_repeats(rows: Sequence[Row], holds: Mapping[str, Decision]) -> list[Row]:
    """The rows, with those that repeat another linked to the first that says it.

    In the source of the first it is dropped. In another source it stays, relayed from the first: two that carry one
    statement are not independent. What repeats a claim that was dropped is a draft again.
    """
    named = {str(row["id"]): row for row in rows if row.get("id")}
    links = {name: d.claims[1] for name, d in holds.items() if d.decision is Ruling.REPEATS and name in named}
    return [_linked(row, named, links) if row.get("id") in links else row for row in rows]


def _linked(row: Row, named: Mapping[str, Row], links: Mapping[str, str]) -> Row:
    first = _first(str(row["id"]), links)
    target = named.get(first)
    if target is None or target.get("status") == "dropped":
        return flagged({**row, "status": "draft"}, VOID)
    if target.get("source") == row.get("source"):
        return {**row, "status": "dropped", "same_as": first}
    linked = row if row.get("relayed_from") else changed(row, {"relayed_from": first})
    return {**linked, "status": "accepted", "same_as": first}


def _first(name: str, links: Mapping[str, str]) -> str:
    """The end of a chain of repeats; where it runs in a circle nothing, and so no claim."""
    seen = {name}
    while (name := links.get(name, name)) in links:
        if name in seen:
            return ""
        seen.add(name)
    return name
