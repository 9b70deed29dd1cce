"""Places that one claim names short and another spells out: "Bogside" beside "Bogside, Derry"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.places import read_place
from reconcile.reading import Reading

NEAR_IN_DAYS = 7
"""Only claims this close in time can be speaking of one place: another year's village of the same name may not."""
_COMMA = re.compile(r"\s*[,،、]\s*")
_MOST_CHAINS = 40


@dataclass(frozen=True, slots=True)
class _Chain:
    """A place as one claim words it: its first part, the larger places named after it, and the claim."""

    head: str
    wholes: frozenset[str]
    reading: Reading


def spell_out_places(readings: Sequence[Reading]) -> list[Reading]:
    """Give a place that is named short the wholes that other claims of those days name for it.

    Left alone where the fuller wordings disagree: a village name that two provinces share says nothing.
    """
    chains = [_chain(r) for r in readings]
    fuller: dict[str, list[_Chain]] = defaultdict(list)
    for chain in sorted(chains, key=lambda c: (-len(c.wholes), c.reading.claim.place, c.reading.id)):
        if chain.wholes and len(fuller[chain.head]) < _MOST_CHAINS:
            fuller[chain.head].append(chain)
    return [_spelled_out(chain, fuller.get(chain.head, ())) for chain in chains]


def _chain(reading: Reading) -> _Chain:
    head, *wholes = [part.casefold() for part in _COMMA.split(reading.claim.place)]
    return _Chain(head, frozenset(w for w in wholes if w), reading)


def _spelled_out(chain: _Chain, fuller: Sequence[_Chain]) -> Reading:
    reading = chain.reading
    if not chain.head or not fuller:
        return reading
    near = [other for other in fuller if _together(reading, other.reading)]
    if not near or len(near[0].wholes) <= len(chain.wholes):
        return reading
    if not all(other.wholes <= near[0].wholes for other in (*near, chain)):
        return reading
    claim = reading.claim
    longer = read_place(near[0].reading.claim.place, claim.country, claim.latitude, claim.longitude)
    return replace(reading, place=replace(longer, wording=claim.place))


def _together(a: Reading, b: Reading) -> bool:
    countries = {a.claim.country.casefold(), b.claim.country.casefold()} - {""}
    return a.window.gap(b.window) <= NEAR_IN_DAYS and len(countries) < 2
