"""Statements about a number, written short, and wars small enough to work out by hand."""

from __future__ import annotations

from reconcile.estimate.comparable import Counted, Role, Statement

OPEN = ("at least", "more than")


def said(
    voice: str, role: Role, figure: int, form: str = "exact", *, camp: str | None = None, at: float = 1,
    name: str = "", preliminary: bool = False,
) -> Statement:  # fmt: skip
    """A statement; the camp is the first letter of a voice that has one (``A: army`` speaks for A)."""
    side = camp or (voice[0] if role not in (Role.INDEPENDENT, Role.UNATTRIBUTED) else None)
    low = 0 if form == "up to" else figure + (form == "more than")
    high = None if form in OPEN else figure
    core_high = 3 * figure if form in OPEN else figure
    return Statement(
        name or f"{voice}/{at}/{figure}", voice, side, role, low, high, low, core_high, figure, form, preliminary, at
    )


def count(figure: int, voice: str = "monitor", **more: object) -> Statement:
    """An independent count."""
    return said(voice, Role.INDEPENDENT, figure, **more)  # type: ignore[arg-type]


def people(key: str, *statements: Statement) -> Counted:
    """People with what was said of their number."""
    return Counted(key, statements)


def record(events: int, **ratios: float) -> list[Counted]:
    """A track record: in each event a monitor counts 100 and each camp says so many times that of the other side."""
    return [
        people(
            f"past{n:03}",
            count(100),
            *(said(f"{camp}: army", Role.OTHER_SIDE, round(100 * ratio)) for camp, ratio in sorted(ratios.items())),
        )
        for n in range(events)
    ]
