"""CSV and its relatives: which delimiter, where the header is, and every record with the line it starts on.

Rows are numbered by physical line, as a text editor shows them (the first line is 1). Where a quoted cell runs over
several lines, the row is the line on which its record starts, and later rows keep their own line numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TextIO

from claims.read.headers import Header, Names, is_archiver, read_header
from claims.read.importers.recognise import foreign_header
from claims.read.result import NoClaims, NoHeader, Rejected, UnreadableFile, shown

Record = tuple[int, list[str]]
_DELIMITERS = ",;\t|"
LOOK = 30
"""How many rows from the top a header may be away: titles and notes stand above many tables."""
_END = "\x01end of the file\x01"
_LONGEST_CELL = 10_000_000
_MOST_OPEN = 100
"""Quotation marks never closed in one file: each costs reading it to its end once more."""


class OpenQuote(ValueError):
    """A quotation mark that is never closed swallows the rest of a file; ``row`` is where it opens."""

    def __init__(self, row: int, start: str) -> None:
        super().__init__("a quotation mark opened here is never closed; close it, or double it inside a cell")
        self.row = row
        self.start = start


def records(lines: Iterable[str], delimiter: str, first: int = 1) -> Iterator[Record]:
    """Every record that holds a cell, with the line it starts on; ``first`` is the number of the first line.

    Raises OpenQuote when the input ends inside a quoted cell.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(chain(lines, (_END,)), delimiter=delimiter)
    row = first
    for cells in reader:
        if cells:
            if cells[-1].endswith(_END):
                if cells == [_END]:
                    return
                raise OpenQuote(row, cells[-1][: -len(_END)])
            yield row, cells
        row = reader.line_num + first


def all_records(open_text: Callable[[], TextIO], delimiter: str, path: str) -> Iterator[Record | Rejected]:
    """Every record of a file; after a quotation mark that is never closed, reading goes on with the next line.

    Raises UnreadableFile for what the csv module cannot read, and when there is no end of such marks.
    """
    first = 1
    for _ in range(_MOST_OPEN):
        with open_text() as stream:
            try:
                yield from records(islice(stream, first - 1, None), delimiter, first)
                return
            except OpenQuote as broken:
                yield Rejected(path, broken.row, "", shown(broken.start), str(broken))
                first = broken.row + 1
            except csv.Error as error:
                reason = f"it is not a table that can be read ({error}); save it as CSV again"
                raise UnreadableFile(path, reason) from None
    reason = f"{_MOST_OPEN} of its rows open a quotation mark that is never closed; save it as CSV again"
    raise UnreadableFile(path, reason)


def find_header(rows: Iterable[tuple[int, Sequence[str]]], names: Names, path: str) -> Header:
    """The first row that names columns of claims, or those of a data set that people already have.

    Raises NoClaims when there is none near the top, or when it lacks a needed column.
    """
    archiver = 0
    for row, cells in rows:
        archiver = archiver or (row if is_archiver(cells) else 0)
        if foreign := foreign_header(names, cells, path, row):
            return foreign
        if names.looks_like_header(cells):
            return read_header(names, cells, path, row)
    if archiver:
        reason = (
            f"row {archiver} is the header of an auto-archiver sheet: links and archives, but no claims; add the "
            "columns kind, claimant and source beside them, and what was counted"
        )
        raise NoClaims(path, reason)
    raise NoHeader(path, "no header row; name the columns in the first row, kind, claimant and source among them")


def sniff(open_text: Callable[[], TextIO], names: Names, path: str, mend: Callable[[str], str]) -> tuple[str, Header]:
    """The delimiter under which the top of the file holds a header of claims, and that header.

    Raises NoClaims when none does, UnreadableFile for a header that contradicts itself.
    """
    with open_text() as stream:
        top = [mend(line) for line in islice(stream, LOOK)]
    problem: UnreadableFile | None = None
    for delimiter in sorted(_DELIMITERS, key=lambda d: -sum(line.count(d) for line in top)):
        try:
            return delimiter, find_header(_readable(top, delimiter), names, path)
        except UnreadableFile as error:
            problem = _clearer(problem, error)
    assert problem is not None
    raise problem


def _readable(top: list[str], delimiter: str) -> Iterator[Record]:
    try:
        yield from records(top, delimiter)
    except (OpenQuote, csv.Error):
        return


def _clearer(one: UnreadableFile | None, other: UnreadableFile) -> UnreadableFile:
    """The error that says more: a header with something wrong in it rather than no header."""
    return other if one is None or (one.reason.startswith("no header") and one.reason != other.reason) else one


def is_tag_row(cells: Sequence[str]) -> bool:
    """Whether this is a row of HXL hashtags (hxlstandard.org), which humanitarian tables carry under the header."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return bool(said) and all(cell.startswith("#") and len(cell) > 1 for cell in said)
