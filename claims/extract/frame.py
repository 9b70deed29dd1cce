"""A frame of attribution: the words by which a sentence says who says something."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extract.naming import Range


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: the range of the verb, the range of the words for the speaker, its stance and its place.

    `kind` is "before", "after", "according", "opening", "passive", "participle" or "named" (only the words for a thing
    are the speaker's: "in what officials said was a patrol"); `said_by` is None where the words name nobody. `works`
    marks what somebody counted at work ("the hospital received 12 bodies"), which yields to any other speaker of the
    sentence.
    """

    first: int
    last: int
    said_by: Range | None
    stance: str
    kind: str
    works: bool = False
