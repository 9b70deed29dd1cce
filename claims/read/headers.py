"""Which column of the claim format each header of a file stands for.

Spellings come from ``headers.yaml``. What the user maps wins; then the format's own names and their aliases; then
headers one slip of the typist away from a name, which are taken and reported. Everything else is kept as it came.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from claims.lexicon import data
from claims.model import Claim
from claims.read.how import AS_FOUND, How
from claims.read.mapping import FileMap
from claims.read.result import Item, NoClaims, UnreadableFile, Warning_, shown
from claims.read.shape import Shape

_BRACKETS = re.compile(r"[()\[\]{}]")
_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 12)
def fold(header: str) -> str:
    """A header without case, punctuation, brackets and width, for looking up."""
    text = unicodedata.normalize("NFKC", header).casefold()
    return _BETWEEN.sub(" ", _BRACKETS.sub("", text)).strip()


@cache
def spellings() -> dict[str, str]:
    """Every folded spelling of every column, and the column."""
    known = {fold(column): column for column in Claim.model_fields}
    for column, names in data("claims", "headers.yaml")["columns"].items():
        known.update({fold(name): column for name in names})
    return known


@cache
def needed() -> tuple[str, ...]:
    """The columns without which a table holds no claims."""
    return tuple(data("claims", "headers.yaml")["needed"])


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a table: a column or the user's own name for each cell, and what to tell the user."""

    row: int
    columns: tuple[str, ...]
    warnings: tuple[Item, ...] = ()
    theirs: Mapping[str, str] = field(default_factory=dict)
    """Columns whose header is spelt otherwise, and the header."""
    shape: Shape | None = None
    """What makes claims of a row whose headers are not those of the claim format."""


class Names:
    """Looks headers up, with the user's mapping ``{"Their header": "column"}`` first."""

    def __init__(
        self, path: str, mapping: Mapping[str, str] | None, how: How = AS_FOUND, file_map: FileMap | None = None
    ) -> None:
        self.how = how
        self.file_map = file_map
        self.counted = {fold(count.header): count.header for count in file_map.counts} if file_map else {}
        """Headers that count something by themselves, folded, each as the mapping spells it."""
        mapping = {**(file_map.columns if file_map else {}), **(mapping or {})}
        self.given = dict(mapping)
        self.mapping = {fold(theirs): column for theirs, column in mapping.items()}
        self.spellings = {**spellings(), **self.mapping}
        for theirs, column in mapping.items():
            if column not in Claim.model_fields:
                known = ", ".join(Claim.model_fields)
                reason = f"the mapping {theirs!r} -> {column!r} names no column; use one of {known}"
                raise UnreadableFile(path, reason)

    def column(self, header: str) -> str:
        """The column a header stands for, or an empty text."""
        folded = fold(header)
        return "" if folded in self.counted else self.spellings.get(folded, "")

    def looks_like_header(self, cells: Sequence[str]) -> bool:
        """Whether a row names columns of the format, one of the needed ones among them (or nearly)."""
        if self.file_map and (wanted := {*self.counted, *self.mapping}):
            return len(wanted & {fold(cell) for cell in cells}) * 2 >= len(wanted)
        found = {self.column(cell) for cell in cells if len(cell) < 60} - {""}
        close = {near(cell)[0] for cell in cells if 2 < len(cell) < 60} - {""} if found else set()
        return len(found | close) > 2 and bool((found | close) & set(needed()))


def read_header(names: Names, cells: Sequence[str], path: str, row: int) -> Header:
    """Name the column of every header cell.

    Raises UnreadableFile when two headers stand for one column, NoClaims when a needed column is absent.
    """
    texts = [shown(cell) for cell in cells]
    taken = _known(names, texts, path, row)
    _take_archiver(taken, texts)
    warnings = _take_slips(taken, texts, path, row, names.counted)
    given = names.file_map.given if names.file_map else ()
    missing = [column for column in needed() if column not in taken.values() and column not in given]
    if missing:
        raise NoClaims(path, _missing(missing, texts, row, path))
    columns = _columns(names, texts, taken)
    familiar = {*Claim.model_fields, *data("claims", "headers.yaml")["familiar"], *names.counted.values()}
    own = set(texts)
    named = [c for c in columns if c not in familiar and c in own]
    theirs = {c: texts[p] for p, c in taken.items() if fold(texts[p]) != fold(c)}
    warnings += [*_mapped_in_vain(names, texts, path, row), *unknown_columns(named, path, row)]
    if names.file_map is None:
        return Header(row, columns, tuple(warnings), theirs)
    note = Warning_(path, 0, "", "", f"read with the mapping {names.file_map.path}")
    return Header(row, columns, (note, *warnings), theirs, names.file_map.shape)


def _columns(names: Names, texts: Sequence[str], taken: Mapping[int, str]) -> tuple[str, ...]:
    """A column of the format, or the user's own name, for every header."""
    free = _FreeNames(Claim.model_fields)
    found: list[str] = []
    for place, text in enumerate(texts):
        known = taken.get(place) or names.counted.get(fold(text))
        found.append(known or free.name(text, place))
        free.taken.add(found[-1])
    return tuple(found)


def _mapped_in_vain(names: Names, texts: Sequence[str], path: str, row: int) -> Iterator[Item]:
    """A warning for every header of the user's mapping that is not there."""
    there = {fold(text) for text in texts}
    for header, column in names.given.items():
        if fold(header) not in there:
            reason = f"mapped to {column}, but row {row} has no such header; its headers: {', '.join(texts)}"
            yield Warning_(path, row, "", header, reason)


def unknown_columns(names: Sequence[str], path: str, row: int) -> list[Item]:
    """One warning that names the columns which are kept but mean nothing to the claim format."""
    if not names:
        return []
    reason = "not part of the claim format: kept and passed on, but not compared; map a header if it should be"
    return [Warning_(path, row, "", ", ".join(names), reason)]


def _known(names: Names, texts: Sequence[str], path: str, row: int) -> dict[int, str]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if column := names.column(text):
            places.setdefault(column, []).append(place)
    taken: dict[int, str] = {}
    for column, found in places.items():
        mapped = [p for p in found if fold(texts[p]) in names.mapping] or found
        if len(mapped) > 1:
            both = " and ".join(repr(texts[p]) for p in mapped[:3]) + f" and {len(mapped) - 3} more" * (len(mapped) > 3)
            remedy = "rename one of them, or map the one you mean"
            raise UnreadableFile(path, f"the headers {both} in row {row} both mean {column}; {remedy}")
        taken[mapped[0]] = column
    return taken


def is_archiver(texts: Sequence[str]) -> bool:
    """Whether headers are those of an auto-archiver sheet (github.com/bellingcat/auto-archiver, gsheet feeder)."""
    signs = data("claims", "headers.yaml")["archiver_signs"]
    return len({fold(text) for text in texts}.intersection(signs)) > 1


def _take_archiver(taken: dict[int, str], texts: Sequence[str]) -> None:
    """Take what auto-archiver wrote for columns that no other header stands for."""
    if not is_archiver(texts):
        return
    for column, names in data("claims", "headers.yaml")["archiver"].items():
        place = next((p for p, text in enumerate(texts) if fold(text) in names and p not in taken), None)
        if place is not None and column not in taken.values():
            taken[place] = column


def near(header: str) -> tuple[str, bool]:
    """The column whose spelling a header nearly is, and whether the difference is one slip of the typist.

    A slip is one letter doubled, dropped, added, or swapped with its neighbour, after the first letter. Other
    differences of one letter (of two in long names) are near, no more: *score* is near *scope*.
    """
    from rapidfuzz.distance import OSA

    text = fold(header)
    if len(text) < 3:
        return "", False
    rated = [(OSA.distance(text, name, score_cutoff=2), name) for name in spellings() if len(name) > 3]
    far, best = min(rated, default=(9, ""))
    if far > (2 if len(best) > 7 else 1) or len({spellings()[n] for d, n in rated if d == far}) > 1:
        return "", False
    slip = far == 1 and (len(text) != len(best) or sorted(text) == sorted(best)) and text[0] == best[0]
    return spellings()[best], slip


def _take_slips(
    taken: dict[int, str], texts: Sequence[str], path: str, row: int, counted: Collection[str] = ()
) -> list[Item]:
    """Take misspelt headers whose column is otherwise absent, and say so of each; of doubtful ones only ask."""
    close = {p: near(text) for p, text in enumerate(texts) if p not in taken and fold(text) not in counted}
    present = set(taken.values())
    rivals = Counter(column for column, _ in close.values())
    found: list[Item] = []
    for place, (column, slip) in close.items():
        if not column or column in present:
            continue
        if rivals[column] == 1 and (slip or column in needed()):
            taken[place] = column
            reason = f"no column of this name; read as {column}. Correct the header, or map it where it is another"
        else:
            reason = f"no column of this name; kept but not compared. Rename it if {column} is meant, or map it"
        found.append(Warning_(path, row, column, texts[place], reason))
    return found


def _missing(missing: Sequence[str], texts: Sequence[str], row: int, path: str) -> str:
    columns = " and ".join(missing)
    there = ", ".join(repr(text) for text in texts if text)[:300]
    guess = f"; counterclaim map {path.partition('#')[0]} guesses which" if path != "-" else ""
    return f"row {row} has no header for {columns} (it has {there}); add it, or map one of these headers to it{guess}"


def own_names(texts: Sequence[str]) -> tuple[str, ...]:
    """The user's own name for every column, each made different from those before it."""
    free = _FreeNames()
    return tuple(free.name(text, place) for place, text in enumerate(texts))


class _FreeNames:
    """Names for columns, each different from the format's names and from those given before."""

    def __init__(self, format_: Collection[str] = ()) -> None:
        self.format = format_
        self.taken: set[str] = set()
        self.next: dict[str, int] = {}
        """The number that the next column of a name is tried with, so that thousands of one name cost no more."""

    def name(self, text: str, place: int) -> str:
        name = text or f"column {place + 1}"
        if name in self.format:
            name = f"{name} (unmapped)"
        plain, number = name, self.next.get(name, 2)
        while name in self.taken:
            name, number = f"{plain} ({number})", number + 1
        self.next[plain] = number
        self.taken.add(name)
        return name
