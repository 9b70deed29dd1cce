"""An expression of time in a text, with the days that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time: its offsets, its first and last day, and how it was resolved.

    `first` and `last` are None while the expression is not resolved. `open` marks "since X". `rule` names the form;
    `anchored` says that the anchor decided the year or the day. `said` marks the day on which something was said, up
    to which something was counted, or a report was written. `label` marks a day that names another event ("the 7
    October attack").
    """

    start: int
    end: int
    first: date | None
    last: date | None
    rule: str
    anchored: bool = False
    open: bool = False
    said: bool = False
    about: bool = False
    shift: int | None = None
    """Days from another event, for "two days after" and the like."""
    way: str = ""
    """The word of direction of such a shift: "after", "before", "earlier", "later"."""
    spread: int = 0
    """Days that such a shift goes on for: "over the next two days"."""
    label: bool = False

    @property
    def edtf(self) -> str:
        """The window in EDTF: a day, or the first and last day; empty while it is not resolved."""
        if self.first is None or self.last is None:
            return ""
        if self.about and self.first == self.last:
            return f"{self.first.isoformat()}~"
        return (
            self.first.isoformat() if self.first == self.last else f"{self.first.isoformat()}/{self.last.isoformat()}"
        )

    @property
    def is_day(self) -> bool:
        """Whether it is at most a few days long: fine enough to date one event."""
        return self.first is not None and self.last is not None and (self.last - self.first).days <= 3
