"""What was claimed, what each side concedes, and what every independent voice allows: no model, only intervals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.voting import by_voice, standing

AGAINST_INTEREST = (Role.OWN, Role.PERPETRATOR)
"""Roles in which a figure concedes something: its own side's losses, and civilians killed by its own side."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The numbers that every independent voice allows; both ends null where there is no such voice or they part.

    ``parting`` names the voices with the greatest least and with the smallest most, where no number suits all.
    """

    low: int | None
    high: int | None
    parting: tuple[str, ...] = ()


def all_standing(counted: Counted) -> list[Statement]:
    """The standing statements of every voice, flat denials among them."""
    return [s for _, said in sorted(by_voice(counted.statements).items()) for s in standing(said)]


def claimed(statements: Iterable[Statement]) -> tuple[int, int | None]:
    """From the least to the most that any of the statements allows; raises ValueError when there is none."""
    said = list(statements)
    return min(s.low for s in said), _greatest(s.high for s in said)


def conceded(statements: Iterable[Statement]) -> dict[str, tuple[int, int | None]]:
    """What each camp concedes against its own interest, by camp; a nil concedes nothing and is kept."""
    by_camp: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        if s.role in AGAINST_INTEREST and s.camp is not None:
            by_camp[s.camp].append(s)
    return {camp: claimed(said) for camp, said in sorted(by_camp.items())}


def allowed(statements: Iterable[Statement]) -> Allowed:
    """The intersection of what the independent voices allow; a voice with several figures allows each of them."""
    voices = {v: claimed(said) for v, said in by_voice(s for s in statements if s.role is Role.INDEPENDENT).items()}
    if not voices:
        return Allowed(None, None)
    low = max(least for least, _ in voices.values())
    high = min((most for _, most in voices.values() if most is not None), default=None)
    if high is None or low <= high:
        return Allowed(low, high)
    return Allowed(None, None, _parting(voices, low, high))


def _parting(voices: dict[str, tuple[int, int | None]], low: int, high: int) -> tuple[str, ...]:
    return tuple(sorted(v for v, (least, most) in voices.items() if least == low or most == high))


def _greatest(highs: Iterable[int | None]) -> int | None:
    found: Sequence[int | None] = list(highs)
    return None if None in found else max(h for h in found if h is not None)
