"""From the cells or keys of a row to a claim, or to what is wrong with the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from claims.model import Claim, sayable, with_content_id
from claims.read.encoding import UTF8, Text
from claims.read.explain import is_pointer, problems
from claims.read.headers import Header
from claims.read.result import Item, Rejected, Warning_, shown
from claims.read.shape import NoClaim, Shape
from claims.read.table import Record, is_tag_row

POINTER = "a sentence that a person should look at; states no claim, passed over"
_validate = Claim.__pydantic_validator__.validate_python


def read_row(said: dict[str, Any], path: str, row: int, headers: Mapping[str, str]) -> Iterator[Item]:
    """A row's claim, or everything that is wrong with the row; nothing for a row that says nothing."""
    said = {k: v for k, v in said.items() if v is not None and not (isinstance(v, str) and not v.strip())}
    if not said:
        return
    if is_pointer(said):
        yield Warning_(path, row, "kind", shown(said["kind"]), POINTER)
        return
    try:
        claim = _validate(said)
    except ValidationError as error:
        yield from problems(error, path, row, said, headers)
    else:
        yield (path, row), with_content_id(claim)


def read_table(rows: Iterable[Record | Rejected], header: Header, path: str, text: Text = UTF8) -> Iterator[Item]:
    """The claims of a table whose header is known; ``rows`` may begin above it."""
    columns, among = header.columns, sayable(header.columns)
    for record in _sound(rows, header, path, text):
        if isinstance(record, Rejected):
            yield record
            continue
        row, cells = record
        if header.shape is not None:
            yield from _shaped(header.shape, header, cells, path, row)
            continue
        said = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
        try:
            claim = _validate(said)
        except ValidationError:
            yield from read_row(said, path, row, header.theirs)
        else:
            yield (path, row), with_content_id(claim, among)


def _shaped(shape: Shape, header: Header, cells: Sequence[str], path: str, row: int) -> Iterator[Item]:
    """What a shape makes of a row; nothing for a row without a word in it."""
    if not any(cell.strip() for cell in cells):
        return
    refused: set[Rejected] = set()  # the claims of one row share its date, and what is wrong with it
    for made in shape(dict(zip(header.columns, cells, strict=False))):
        if isinstance(made, NoClaim):
            yield Rejected(path, row, made.column, shown(made.value), made.reason)
            continue
        for item in read_row(made.said, path, row, {**header.theirs, **made.came}):
            if not isinstance(item, Rejected) or item not in refused:
                yield item
            if isinstance(item, Rejected):
                refused.add(item)


def _sound(rows: Iterable[Record | Rejected], header: Header, path: str, text: Text) -> Iterator[Record | Rejected]:
    """The records below the header whose cells are in one encoding and under it."""
    columns, width, mixed = header.columns, len(header.columns), text.mixed
    for record in _body(rows, header):
        if isinstance(record, Rejected):
            yield record
            continue
        row, cells = record
        if mixed:
            cells = [mend(cell, text) for cell in cells]
            if broken := [n for n, cell in enumerate(cells) if undecoded(cell)]:
                for n in broken:
                    yield other_encoding(path, row, columns[n] if n < width else "", cells[n], text)
                continue
        if len(cells) > width and any(cells[width:]):
            yield _too_long(path, row, cells, width)
            continue
        yield row, cells


def _body(rows: Iterable[Record | Rejected], header: Header) -> Iterator[Record | Rejected]:
    """The rows below the header, without a row of HXL tags."""
    below = iter(rows)
    for record in below:
        row = record.row if isinstance(record, Rejected) else record[0]
        if row > header.row:
            if isinstance(record, Rejected) or not is_tag_row(record[1]):
                yield record
            break
    yield from below


def _too_long(path: str, row: int, cells: Sequence[str], width: int) -> Rejected:
    surplus = ", ".join(cell for cell in cells[width:] if cell)
    reason = (
        f"the row has {len(cells)} cells under {width} headers; put quotation marks around a cell that holds the "
        "delimiter, or add a header"
    )
    return Rejected(path, row, "", shown(surplus), reason)


def undecoded(text: str) -> bool:
    """Whether a text holds bytes that are not in the encoding it was read in."""
    return not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)


def mend(text: str, how: Text) -> str:
    """A text whose bytes are not UTF-8, read in the encoding the user named for such; any other as it is."""
    if not how.repair or not undecoded(text):
        return text
    return text.encode("utf-8", "surrogateescape").decode(how.repair, "surrogateescape")


def other_encoding(path: str, row: int, column: str, cell: str, how: Text) -> Rejected:
    """What to tell of a cell in another encoding than the rest of its file."""
    hint = ""
    if how.encoding.startswith("utf-8") and not how.repair:
        hint = f" (as Windows-1252 it would read {shown(mend(cell, Text(repair='cp1252')), 60)!r})"
    rest = (how.repair or how.encoding).removesuffix("-sig").upper()
    reason = (
        f"this is not in the encoding of the rest of the file, {rest}{hint}; save the whole file as UTF-8, or name "
        "the encoding of such rows with --encoding"
    )
    return Rejected(path, row, column, shown(cell), reason)
