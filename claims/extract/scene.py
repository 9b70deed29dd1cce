"""An event of a document as far as it is told: its day and its place."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extract.moment import Moment
from claims.extract.places import PlaceName


@dataclass(frozen=True, slots=True)
class Scene:
    """An event as far as it is told: its day or window, and its place, each with the number of their sentence.

    `slug` holds the offsets of the place name that opens an item of a round-up. `listed` marks an item of a list,
    `region` a scene of which only the country is known, `main` the main event.
    """

    moment: Moment | None = None
    moment_at: int = -1
    place: PlaceName | None = None
    place_at: int = -1
    slug: tuple[int, int] | None = None
    listed: bool = False
    region: bool = False
    main: bool = False
