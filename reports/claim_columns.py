"""A claim as a row of the claim format, for the forms of the report that can be read as claims again.

What a reading replaced (the sides, and a count given as numbers) is written as the row gave it, so that the same
claims are read the second time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.model import Claim
from claims.read.headers import fold, spellings
from reconcile.result import ReadClaim, Result
from reports.escape import visible, visible_lines
from reports.shown_ids import unlike

Value = str | int | float | None

FORMAT = tuple(Claim.model_fields)
"""The columns of the claim format, in its order."""
DAYS = frozenset({"date", "published", "accessed"})
_KEPT_ASIDE = "_given"  # how the result calls a user's own column that has the name of one of its own fields
_QUANTITY = f"quantity{_KEPT_ASIDE}"
_LONGEST_HEADING = 200


def claim_values(result: Result, claim: ReadClaim) -> dict[str, Value]:
    """What a claim says in each column of the format, ids apart; columns that say nothing are not there."""
    said = claim.__pydantic_extra__ or {}
    values = {name: _plain(said[name]) for name in FORMAT if name in said}
    if claim.id in result.given:
        values |= {name: _plain(value) for name, value in result.given[claim.id]._asdict().items()}
    elif claim.quantity is not None:
        values["quantity"] = claim.quantity.wording
    elif _QUANTITY in said:
        values["quantity"] = _plain(said[_QUANTITY])
    return {name: value for name, value in values.items() if value is not None and value != ""}


def own_values(claim: ReadClaim) -> Iterator[tuple[str, Value]]:
    """The user's own columns of a claim, by the name they have in the result, with what they say."""
    for name, value in (claim.__pydantic_extra__ or {}).items():
        if name not in FORMAT and name != _QUANTITY and value is not None and value != "":
            yield name, _plain(value)


def own_headings(result: Result) -> dict[str, str]:
    """For each of the users' own columns, by name, a heading that no other column has and no reader takes for one."""
    names = sorted({name for claim in result.claims for name, _ in own_values(claim)})
    taken = set(spellings())
    found: dict[str, str] = {}
    for name in names:
        plain = visible(name.removesuffix(_KEPT_ASIDE) if _was_ours(name) else name)[:_LONGEST_HEADING] or "column"
        found[name] = unlike(plain, taken, fold)
    return found


def _was_ours(name: str) -> bool:
    return name.endswith(_KEPT_ASIDE) and name.removesuffix(_KEPT_ASIDE) in ReadClaim.model_fields


def _plain(value: Any) -> Value:
    """A value as it stands in a cell: texts without what acts, numbers as they are, anything deeper as JSON."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | float):
        return value
    return visible_lines(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
