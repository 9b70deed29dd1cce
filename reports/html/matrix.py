"""Who says what of whom: an event's responsibility matrix as a table, voices by side down, accused parties across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.said import Position
from reports.words import alphabetical, says_side, words


@dataclass(frozen=True, slots=True)
class Cell:
    """What one voice says of one party: each stance once, as a short word, and whether it still stands."""

    stance: str
    word: str
    act: str
    claims: list[str]
    standing: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The parties named, in alphabetical order, and a row for each voice: name, side where not in the name, cells."""

    parties: list[str]
    rows: list[tuple[str, str, list[list[Cell]]]]


def matrix_of(positions: Sequence[Position]) -> Matrix | None:
    """The matrix; null where nobody says anything of anybody. An empty list of cells is silence."""
    if not positions:
        return None
    parties = sorted({_party(p) for p in positions}, key=alphabetical)
    voices = sorted({(p.side or "", p.voice) for p in positions}, key=lambda v: (not v[0], *map(alphabetical, v)))
    rows = [
        (voice, "" if says_side(voice, side) else side, [_cells(positions, voice, side, party) for party in parties])
        for side, voice in voices
    ]
    return Matrix(parties, rows)


def _cells(positions: Sequence[Position], voice: str, side: str, party: str) -> list[Cell]:
    said = [p for p in positions if (p.voice, p.side or "", _party(p)) == (voice, side, party)]
    return [
        Cell(p.stance, words()["matrix"][p.stance], p.act, p.claims, p.standing)
        for p in sorted(said, key=lambda p: (not p.standing, p.stance, p.act))
    ]


def _party(position: Position) -> str:
    return position.accused or str(words()["nobody"])
