"""Which lines of the decisions are in effect: a line that is taken back is not, and a taking back can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.decisions import Decision, taken_back


def effective(decisions: Sequence[Decision]) -> set[str]:
    """The ids of all lines in effect, those that take others back among them."""
    gone = taken_back(decisions)
    return {d.id for place, d in enumerate(decisions) if place not in gone}


def taken_back_by(decisions: Sequence[Decision]) -> dict[str, str]:
    """For each line that is not in effect the id of the line that took it back.

    Lines that say the same have one id: it is in effect while one of them is.
    """
    standing = effective(decisions)
    found: dict[str, str] = {}
    for place, by in taken_back(decisions).items():
        if decisions[place].id not in standing:
            found.setdefault(decisions[place].id, by)
    return found
