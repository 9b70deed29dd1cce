"""Relays: a source that repeats what an agency, another outlet or another claim said counts as that origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.reading import Reader, Reading, Speaker, fold, year_of


def undo_relays(readings: Sequence[Reading], reader: Reader) -> list[Reading]:
    """Give each relay the origin it repeats: a claim by its id, an agency or outlet by its name.

    An outlet that speaks in its own name and repeats somebody gets that speaker's voice and side too; a claimant whom
    a source merely quotes by way of an agency stays the voice.
    """
    by_id = {r.id: r for r in readings}
    return [_as_its_origin(r, by_id, reader) if r.claim.relayed_from else r for r in readings]


def _as_its_origin(reading: Reading, by_id: dict[str, Reading], reader: Reader) -> Reading:
    first = _first_teller(reading, by_id)
    if not first.claim.relayed_from or first.claim.relayed_from in by_id:
        teller = Speaker(first.voice, first.voice_name, first.camp, first.third_party)
    else:
        teller = reader.speaker(first.claim.relayed_from, "", year_of(first))
    if not _in_its_own_name(reading):
        return replace(reading, origin=reading.voice if first is reading else first.voice)
    return replace(
        reading,
        origin=teller.voice,
        voice=teller.voice,
        voice_name=teller.name,
        camp=teller.camp,
        third_party=teller.third_party or teller.camp is None,
    )


def _in_its_own_name(reading: Reading) -> bool:
    """Whether the outlet itself is the claimant."""
    return fold(reading.claim.claimant) == fold(reading.claim.source)


def _first_teller(reading: Reading, by_id: dict[str, Reading]) -> Reading:
    """Follow claim ids back to the first claim; a circle counts as the smallest id on it."""
    way = [reading]
    met = {reading.id: 0}
    while (came_from := way[-1].claim.relayed_from) in by_id:
        if came_from in met:
            return min(way[met[came_from] :], key=lambda r: r.id)
        met[came_from] = len(way)
        way.append(by_id[came_from])
    return way[-1]
