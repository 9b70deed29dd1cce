"""A guess at which column of any spreadsheet is which column of the claim format.

First the headers: known spellings in any language, then those close to one (rapidfuzz). Then the words for what
happened to people, which make a header a count of its own (``Killed``, ``Civilians wounded``). Last the values: days,
addresses, coordinates. Each guess says what it rests on; a person accepts or changes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from claims.dates import DateError, check_edtf
from claims.lexicon import data, value_names
from claims.people import read_people
from claims.phrases.errors import QuantityError
from claims.quantity import check_wording
from claims.read.day_order import in_edtf, numeric
from claims.read.headers import fold, needed, spellings
from claims.read.mapping import DATES, Count, FileMap
from claims.read.peek import Top

LIKE = 84
"""Least likeness (rapidfuzz token_sort_ratio, 0-100) of a header to a known spelling."""
_MOST = 0.8
_FIGURES = {"quantity", "low", "high", "best"}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a header is taken for (a column, a count, or nothing) and why."""

    header: str
    column: str = ""
    count: Count | None = None
    why: str = ""


def guessed(top: Top) -> list[Guess]:
    """A guess for every header of a table, in its order; no column is given twice, and the surest has it."""
    rated = [_rated(header, top.values(place)) for place, header in enumerate(top.headers)]
    taken: set[str] = set()
    kept: dict[int, Guess] = {}
    for place in sorted(range(len(rated)), key=lambda n: (-rated[n][0], n)):
        guess = rated[place][1]
        if guess.column and guess.column in taken:
            guess = Guess(guess.header, why=f"another column is {guess.column} already")
        taken.add(guess.column)
        kept[place] = guess
    return _one_measure([kept[place] for place in range(len(rated))])


def _one_measure(guesses: list[Guess]) -> list[Guess]:
    """Where a column says what happened, the one header that counts is the quantity, whatever else it is called."""
    columns = {guess.column for guess in guesses}
    if "measure" not in columns or "quantity" in columns or sum(guess.count is not None for guess in guesses) != 1:
        return guesses
    why = "counts, and another column says what"
    return [Guess(g.header, "quantity", why=why) if g.count else g for g in guesses]


def dates_of(top: Top, guesses: list[Guess]) -> list[str]:
    """The dates in numbers that the sampled rows hold under the headers taken for dates."""
    places = [place for place, guess in enumerate(guesses) if guess.column in DATES]
    return [text for place in places for text in top.values(place) if numeric(text)]


def mapping_of(guesses: list[Guess], constants: dict[str, str] | None = None, dates: str = "") -> FileMap:
    """The mapping that guesses make, with what every row needs filled in where it can be told.

    ``dates`` is the order of days and months in numbers (see ``claims.read.day_order``).
    """
    columns = {guess.header: guess.column for guess in guesses if guess.column}
    counts = tuple(guess.count for guess in guesses if guess.count)
    there = set(columns.values())
    fixed = dict(constants or {})
    if "kind" not in there:
        fixed.setdefault("kind", _kind(there, bool(counts)))
    fixed = {column: value for column, value in fixed.items() if value}
    return FileMap(columns, fixed, _otherwise(there | set(fixed)), counts, dates=dates)


def missing(mapping: FileMap) -> list[str]:
    """The columns that claims need and this mapping does not give."""
    there = {*mapping.columns.values(), *mapping.given}
    wanted = [*needed(), *(["measure"] if mapping.constants.get("kind") == "casualty" else [])]
    return [column for column in wanted if column not in there]


def _kind(there: set[str], counts: bool) -> str:
    if counts or there & _FIGURES:
        return "casualty"
    return "responsibility" if "stance" in there else "characterization" if "frame" in there else ""


def _otherwise(there: set[str]) -> dict[str, str]:
    """Who says a thing that no column gives a speaker for: the outlet; and the outlet, where only its address is."""
    found = {}
    if "source" not in there and (other := next((c for c in ("url", "claimant") if c in there), "")):
        found["source"] = other
    if "claimant" not in there and ("source" in there or "source" in found):
        found["claimant"] = "source"
    return found


def _rated(header: str, values: list[str]) -> tuple[int, Guess]:
    """How sure a guess is (0-100), and the guess."""
    folded = fold(header)
    if not folded:
        return 0, Guess(header, why="no header")
    if (count := _counted(header, values)) is not None:
        return 95, Guess(header, count=count, why=f"counts, and the header says {count.said['measure']}")
    if column := spellings().get(folded, ""):
        return 100, Guess(header, column, why="a known name")
    if column := _hints().get(folded, ""):
        return 90, Guess(header, column, why="often a name of it")
    like, column = _close(folded)
    if like >= LIKE:
        return like, Guess(header, column, why=f"close to a known name of {column}")
    return next(
        ((50, Guess(header, column, why=why)) for column, fits, why in _BY_VALUE if _mostly(values, fits)),
        (0, Guess(header, why="kept, not compared")),
    )


@cache
def _hints() -> dict[str, str]:
    hints: dict[str, list[str]] = data("claims", "headers.yaml")["hints"]
    return {fold(name): column for column, names in hints.items() for name in names}


def _close(folded: str) -> tuple[int, str]:
    from rapidfuzz import fuzz, process

    if len(folded) < 4:
        return 0, ""
    best = process.extractOne(folded, sorted(spellings()), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE)
    return (int(best[1]), spellings()[best[0]]) if best else (0, "")


def _counted(header: str, values: list[str]) -> Count | None:
    """A header such as ``Civilians killed`` above counts: its measure, and the people where it names them."""
    words = fold(header).split()
    known = value_names("measure")
    hits = [(n, known[word]) for n, word in enumerate(words) if word in known]
    if len({measure for _, measure in hits}) != 1 or not _mostly(values, _is_count):
        return None
    rest = [word for n, word in enumerate(words) if n not in {place for place, _ in hits}]
    people = " ".join(rest)
    named = bool(rest) and not read_people(people).unread
    return Count(header, {"measure": hits[0][1], **({"victims": people} if named else {})})


def _mostly(values: list[str], fits: Callable[[str], bool]) -> bool:
    return bool(values) and sum(map(fits, values)) >= _MOST * len(values)


def _is_count(text: str) -> bool:
    try:
        check_wording(text)
    except QuantityError:
        return False
    return any(c.isdecimal() for c in text) or len(text.split()) < 4


def _is_day(text: str) -> bool:
    try:
        check_edtf(found := in_edtf(text, ""))
    except DateError:
        return numeric(text)
    return re.match(r"\d{4}-\d\d", found) is not None


def _is_archive(text: str) -> bool:
    return re.match(r"https?://(web\.archive\.org|archive\.(ph|is|today|org))/", text) is not None


def _is_address(text: str) -> bool:
    return re.match(r"https?://\S+$", text) is not None


_BY_VALUE: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("archived_url", _is_archive, "addresses of archives"),
    ("url", _is_address, "addresses"),
    ("date", _is_day, "days"),
    ("stance", lambda text: text.casefold() in value_names("stance"), "words for blaming and denying"),
    ("measure", lambda text: text.casefold() in value_names("measure"), "words for what happened"),
)
