"""How many of something are expected: ``3``, ``at least 3``, ``at most 3``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AMOUNT = re.compile(r"(at least |at most |)(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """From ``least`` to ``most``, both included; ``most`` is None when open."""

    least: int
    most: int | None

    def fits(self, count: int) -> bool:
        """Whether a count is as expected."""
        return self.least <= count and (self.most is None or count <= self.most)

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        return str(self.most) if self.least == self.most else f"at most {self.most}"


def amount(said: str | int) -> Amount:
    """Read an amount; raises ValueError with what to write."""
    found = _AMOUNT.fullmatch(" ".join(str(said).split()))
    if found is None or isinstance(said, bool):
        raise ValueError(f"{said!r} is no amount; write 3, at least 3 or at most 3")
    number = int(found[2])
    return Amount(0 if found[1] == "at most " else number, None if found[1] == "at least " else number)
