"""A report's workbook taken apart: its cells as a spreadsheet program's reader gives them, and its parts as XML."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

from reconcile.result import Result
from reports.render import render
from reports.xlsx import chunks

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Book:
    """A workbook: ``rows`` by sheet, ``records`` by sheet under their headings, and the XML behind them."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.zip = zipfile.ZipFile(BytesIO(content))
        read = CalamineWorkbook.from_filelike(BytesIO(content))
        self.names = read.sheet_names
        self.rows: dict[str, list[list[Any]]] = {n: read.get_sheet_by_name(n).to_python() for n in self.names}

    def records(self, sheet: str) -> list[dict[str, Any]]:
        header, *rows = self.rows[sheet]
        return [dict(zip(header, row, strict=True)) for row in rows]

    def xml(self, sheet: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.zip.read(self._part(sheet)))

    def _part(self, sheet: str) -> str:
        return f"xl/worksheets/sheet{self.names.index(sheet) + 1}.xml"

    def tags(self, sheet: str, name: str) -> list[ElementTree.Element]:
        return list(self.xml(sheet).iter(f"{_MAIN}{name}"))

    def links(self, sheet: str) -> dict[str, str]:
        """Where a click on each cell leads: an address, or a place in the workbook with ``#`` before it."""
        rels = self._part(sheet).replace("worksheets/", "worksheets/_rels/") + ".rels"
        targets = {}
        if rels in self.zip.namelist():
            root = ElementTree.fromstring(self.zip.read(rels))
            targets = {r.attrib["Id"]: r.attrib["Target"] for r in root if r.attrib["Type"].endswith("/hyperlink")}
        return {
            h.attrib["ref"]: targets[h.attrib[_LINK]] + (f"#{h.attrib['location']}" if "location" in h.attrib else "")
            if _LINK in h.attrib
            else f"#{h.attrib['location']}"
            for h in self.tags(sheet, "hyperlink")
        }

    def printed(self, sheet: str) -> str:
        """The column and the row that every printed page of a sheet repeats."""
        names = ElementTree.fromstring(self.zip.read("xl/workbook.xml")).iter(f"{_MAIN}definedName")
        where = str(self.names.index(sheet))
        (found,) = (
            n.text for n in names if (n.attrib["name"], n.attrib["localSheetId"]) == ("_xlnm.Print_Titles", where)
        )
        return found or ""

    def at(self, place: str) -> Any:
        """The cell that a link inside the workbook leads to."""
        found = re.fullmatch(r"#'([^']+)'!([A-Z])(\d+)", place)
        assert found, place
        return self.rows[found[1]][int(found[3]) - 1][ord(found[2]) - 65]

    def style(self, sheet: str, place: str) -> ElementTree.Element:
        """The format (``xf``) of a cell."""
        root = ElementTree.fromstring(self.zip.read("xl/styles.xml"))
        formats = root.find(f"{_MAIN}cellXfs")
        (cell,) = (c for c in self.tags(sheet, "c") if c.attrib["r"] == place)
        assert formats is not None
        return formats[int(cell.attrib["s"])]

    def typed(self, sheet: str) -> Iterator[tuple[str, bool]]:
        """The texts of the rows below the header as the XML has them, with whether each is marked as typed."""
        formats = ElementTree.fromstring(self.zip.read("xl/styles.xml")).find(f"{_MAIN}cellXfs")
        assert formats is not None
        for row in self.tags(sheet, "row")[1:]:
            for cell in row:
                text = "".join(t.text or "" for t in cell.iter(f"{_MAIN}t"))
                if text:
                    yield text, formats[int(cell.attrib["s"])].attrib.get("quotePrefix") == "1"

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of every sheet, with the sheet's name."""
        for name, rows in self.rows.items():
            yield from ((name, cell) for row in rows for cell in row if isinstance(cell, str))


def book(result: Result, **options: Any) -> Book:
    return Book(b"".join(chunks(result, **options) if options else render(result, "xlsx")))  # type: ignore[arg-type]
