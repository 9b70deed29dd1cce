"""A severity as people name it: by the word for its band, or as a number."""

from __future__ import annotations

BANDS = ("note", "moderate", "serious", "head-on")


def severity_of(named: str | int) -> int:
    """The severity at which a band begins, or the number itself, from 0 to 100. Raises ValueError."""
    if named in BANDS:
        from reconcile.severity import least_of

        return least_of(str(named))
    try:
        number = int(named)
    except (TypeError, ValueError):
        number = -1
    if isinstance(named, bool) or not 0 <= number <= 100:
        raise ValueError(f"{named!r} is no severity; write {', '.join(BANDS)} or a whole number from 0 to 100")
    return number
