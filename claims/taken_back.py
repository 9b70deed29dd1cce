"""Which lines of a file of decisions are not in effect: nothing is erased, a later line takes an earlier one back."""

from __future__ import annotations

from collections.abc import Sequence


def taken_back(lines: Sequence[tuple[str, str]]) -> dict[int, str]:
    """For the place of each line that is not in effect, the last first: the id of the later line that takes it back.

    A line is its id, and the id of the line that it takes back (empty: it takes nothing back). A taking back can
    itself be taken back; of lines that say the same, and so have one id, the last is meant.
    """
    pending: dict[str, str] = {}
    found: dict[int, str] = {}
    for place in reversed(range(len(lines))):
        name, of = lines[place]
        if name in pending:
            found[place] = pending.pop(name)
        elif of:
            pending[of] = name
    return found
