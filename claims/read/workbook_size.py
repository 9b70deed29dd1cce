"""Whether a workbook is as small inside as it is outside, before a parser lays its sheets out in memory.

A few kilobytes can hold gigabytes: deflated text shrinks a thousandfold, and two cells in opposite corners of a sheet
make the parser lay out all the seventeen billion places between them. See ECMA-376 part 1, 18.3 (rows and cells of a
sheet), and OpenDocument 1.3 part 3, 19.676 and 19.679 (repeated cells and rows).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_BYTES = 1_000_000_000
"""Of all parts of a workbook together, unpacked."""
MOST_CELLS = 25_000_000
"""Of a sheet up to its last filled cell, the empty ones counted too: 1,048,576 rows of 24; some 2 GB in memory."""
_CHUNK = 1 << 20
_OVERLAP = 4096
"""Bytes of a chunk that are looked at again with the next, for what is cut in two."""


class UnfitWorkbook(ValueError):
    """Why a workbook is not given to a parser, in words that fit after "the workbook"."""


def check_size(content: bytes) -> None:
    """Raise UnfitWorkbook for one that would not fit into memory; what is no ZIP archive is left to its parser."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError):
        return
    left = MOST_BYTES
    for part in archive.infolist():
        farthest = _Farthest()
        for chunk in _unpacked(content, part):
            left -= len(chunk)
            if left < 0:
                raise UnfitWorkbook(f"unpacks to more than {MOST_BYTES:,} bytes")
            farthest.see(chunk)
        if part.filename == "content.xml" or farthest.cells > MOST_CELLS:
            _check_extent(_unpacked(content, part))


def _check_extent(chunks: Iterator[bytes]) -> None:
    extent = Extent()
    if not extent.read(chunks):
        raise UnfitWorkbook("holds XML that is damaged")
    if extent.cells > MOST_CELLS:
        raise UnfitWorkbook(f"spreads its cells over {extent.cells:,} places, most of them empty")


def _unpacked(content: bytes, part: ZipInfo) -> Iterator[bytes]:
    """The bytes of a part as its data unpacks, whatever length its entry tells."""
    start = part.header_offset
    lengths = content[start + 26 : start + 30]  # of the name and of the extra field in the local header (APPNOTE 4.3.7)
    start += 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    packed = content[start : start + part.compress_size]
    if part.compress_type != zlib.DEFLATED:
        yield packed
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and (chunk := inflate.decompress(packed, _CHUNK)):
            yield chunk
            packed = inflate.unconsumed_tail
    except zlib.error:
        return  # a damaged part is the parser's to name


class _Farthest:
    """A bound for the extent of an XLSX sheet, from whatever in its text looks like a place: quick, and never less."""

    _PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")

    def __init__(self) -> None:
        self.columns, self.rows = 1, 1
        self._before = b""

    @property
    def cells(self) -> int:
        return self.columns * self.rows

    def see(self, chunk: bytes) -> None:
        text = self._before + chunk
        places = self._PLACE.findall(text)
        self.columns = max([self.columns, *map(_column, {letters for letters, _ in places})])
        self.rows = max([self.rows, *map(int, {digits for _, digits in places})])
        self._before = text[-_OVERLAP:]


class Extent:
    """The extent of the filled cells of an XLSX sheet or of the sheets of an ODS workbook, from the XML itself."""

    def __init__(self) -> None:
        self.columns, self.rows = 1, 1
        self._row, self._column, self._times = 0, 0, 1

    @property
    def cells(self) -> int:
        return self.columns * self.rows

    def read(self, chunks: Iterator[bytes]) -> bool:
        """Look at all of a part; False where it is no sound XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            for chunk in chunks:
                parser.Parse(chunk)
        except expat.ExpatError:
            return False
        return True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "table":
                self._row = 0
            case "row":
                self._row, self._column = _number(attributes.get("r", ""), self._row + 1), 0
            case "c":
                place = attributes.get("r", "").encode("ascii", "replace").upper()
                digits = place.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                self._column = _column(place[: len(place) - len(digits)]) or self._column + 1
                self._row = _number(digits.decode(), self._row)
            case "v" | "is":
                self._filled(self._row)
            case "table-row":
                self._times, self._column = _repeated(attributes, "rows"), 0
            case "table-cell" | "covered-table-cell":
                self._column += _repeated(attributes, "columns")
                if any(key.endswith("value-type") for key in attributes):
                    self._filled(self._row + self._times)

    def _filled(self, row: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, self._column)

    def _end(self, name: str) -> None:
        if name.rpartition(":")[2] == "table-row":
            self._row += self._times


def _repeated(attributes: dict[str, str], what: str) -> int:
    return _number(next((v for k, v in attributes.items() if k.endswith(f"number-{what}-repeated")), ""), 1)


def _number(digits: str, otherwise: int) -> int:
    digits = digits.strip()
    return int(digits) if digits.isdecimal() and len(digits) < 10 else otherwise


def _column(letters: bytes) -> int:
    """The number of a column by its letters; 0 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
