"""A place as it was understood: one or more spots, each with its name, what it lies in, and a point if known."""

from __future__ import annotations

from dataclasses import dataclass

from claims.gazetteer import Entry, Point

FAR_KM = 150.0
"""Coordinates this far apart are not of one town or district."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot: its name and the entries it may be, the wholes it lies in, the named sites in it.

    `level`: L, D, P, R as in the gazetteer, "" for an unknown name, S for a site without a town, C for nothing
    finer than a country. `said`: the country was said; `sure`: the entries were found by their exact spelling.
    """

    level: str = "C"
    key: str = ""
    own: frozenset[Entry] = frozenset()
    within_keys: frozenset[str] = frozenset()
    within: frozenset[Entry] = frozenset()
    sites: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    point: Point | None = None
    said: bool = False
    sure: bool = False
    vague: bool = False

    @property
    def local(self) -> bool:
        """Whether the spot is a town, village or district, rather than a province, a country or a lone site."""
        return self.level in ("", "L", "D")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as worded, and what was understood of it.

    `countries`: ISO 3166-1 alpha-2 codes (a border names two; empty = unknown). `provinces`: GeoNames codes, or
    normalised names. `localities`: gazetteer ids, or normalised names. `names`: every distinguishing word, as
    evidence. `point`: latitude, longitude. `vague`: near, border, north-western: no sharp spot.
    """

    wording: str
    countries: frozenset[str]
    provinces: frozenset[str]
    localities: frozenset[str]
    names: frozenset[str]
    point: Point | None
    vague: bool
    spots: tuple[Spot, ...] = ()
    point_given: bool = False

    def __hash__(self) -> int:
        return hash((self.wording, self.point, self.countries))
