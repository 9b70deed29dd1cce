"""A claim as the engine reads it: its words turned into windows, places, sides, intervals and populations.

Reading happens once per claim, under one registry and one numeral policy; everything later works on readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.actors import Actor
from claims.dates import MINUTES_A_DAY, Moment, Window, read_moment
from claims.event_types import EventType
from claims.model import Claim
from claims.places import Place
from claims.quantity import Quantity
from reconcile.acts import Act
from reconcile.population import Population
from reconcile.words import (
    common_names,
)

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_LED = re.compile(r"([\w.]+)[- ]led\b")
_NO_WINDOW = Window(None, None)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What one claim says, in comparable terms.

    ``voice`` is who speaks (registry id, or the folded name), ``camp`` the side spoken for (None: a ``third_party``, or
    not known), ``origin`` whose statement it is once relays are undone. ``parties`` are the sides named as acting or
    hit; an unknown name counts by its most telling word. ``sides`` names the parties and the camp as people write them.
    """

    claim: Claim
    window: Window
    place: Place
    event_type: EventType
    voice: str
    voice_name: str
    called: str
    origin: str
    camp: str | None
    third_party: bool
    victim: Actor | None
    perpetrators: tuple[Actor, ...]
    accused: tuple[Actor, ...]
    parties: frozenset[str]
    sides: Mapping[str, str]
    act: Act
    population: Population | None
    quantity: Quantity | None
    said: Moment | None
    preliminary: bool
    is_total: bool
    about_responsibility: bool
    document: str
    names: frozenset[str] = field(default_factory=frozenset)
    neighbours: int = 0
    """The most events that one text tells apart in the claim's area within a day of it."""
    part: int = 0
    """0 for what the claim says first; 1, 2, … for counts of a part in the same words."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def key(self) -> tuple[str, int]:
        """Tells apart the counts that one claim gives."""
        return self.claim.id, self.part

    @property
    def relation(self) -> str | None:
        """Own-loss, other-side-loss or third-party, for a casualty claim where that is known."""
        if self.population is None:
            return None
        if self.camp is None:
            return "third-party" if self.third_party else None
        if self.population.camp is None:
            return None
        return "own-loss" if self.population.camp == self.camp else "other-side-loss"


class Speaker(NamedTuple):
    """Who speaks: the voice, its name, the words it goes by in a claim, the camp spoken for, whether it has none."""

    voice: str
    name: str
    called: str
    camp: str | None
    third_party: bool


def called(readings: Sequence[Reading]) -> str:
    """What to call the one voice of these readings: the claims' own words where they agree, else the voice's name.

    One voice may be a ministry in one claim and its spokesman in the next; neither's words stand for the other's.
    """
    words = {r.called for r in readings}
    return words.pop() if len(words) == 1 else min(r.voice_name for r in readings)


def is_known(actor: Actor) -> bool:
    """Whether the registry knows the actor, rather than having coined one for an unknown name."""
    return not actor.id.startswith("coined/")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as a key: one form of each letter, lower case, words only, no leading article; never empty for a name."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split()
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words) or plain.strip()


def year_of(reading: Reading) -> int | None:
    """The year in which the names of a reading are to be understood."""
    return window_year(reading.window, reading.claim)


@lru_cache(maxsize=65536)
def proper_names(text: str) -> frozenset[str]:
    """The capitalised words of a text, in lower case, without those too common to point at anything."""
    found = {w.casefold() for w in _WORD.findall(text) if w[0].isupper() and len(w) > 3}
    return frozenset(found - common_names())


def window_year(window: Window, claim: Claim) -> int | None:
    """The year of a window, else of the publication."""
    day = window.last if window.last is not None else window.first
    if day is None and (moment := read_moment(claim.published)):
        day = moment[0] // MINUTES_A_DAY
    return None if day is None else date.fromordinal(max(day, 1)).year
