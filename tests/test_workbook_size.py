"""Small workbooks that would fill the memory are refused before they are opened."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from sheets import ods, xlsx

from claims.read import UnreadableFile, load
from claims.read import workbook_size as size

ROWS = [["kind", "claimant", "source", "measure", "quantity"], ["casualty", "Army", "Radio", "killed", "23"]]
BOOK, SHEET = xlsx({"S": ROWS}), "xl/worksheets/sheet1.xml"
CALC = ods({"S": ROWS})


def changed(book: bytes, name: str, old: str, new: str) -> bytes:
    """A workbook one of whose parts says something else."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as now:
        for part in was.namelist():
            text = was.read(part).decode()
            assert part != name or old in text
            now.writestr(part, text.replace(old, new) if part == name else text)
    return out.getvalue()


def with_row(row: str) -> bytes:
    return changed(BOOK, SHEET, "</sheetData>", f"{row}</sheetData>")


def with_calc_row(row: str) -> bytes:
    return changed(CALC, "content.xml", "</table:table>", f"{row}</table:table>")


FILLED = '<table:table-cell office:value-type="string" {}><text:p>x</text:p></table:table-cell>'
FAR = {
    "corner.xlsx": with_row('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "quotes.xlsx": with_row("<row r = '1048576'><c  r = 'XFD1048576'><v>1</v></c></row>"),
    "counted.xlsx": with_row('<row r="9"><c r="XFD9"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'),
    "repeated.ods": with_calc_row(
        '<table:table-row table:number-rows-repeated="1048570">'
        + FILLED.format('table:number-columns-repeated="16384"')
        + "</table:table-row>"
    ),
    "behind.ods": with_calc_row(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row><table:table-row>'
        f'<table:table-cell table:number-columns-repeated="16000"/>{FILLED.format("")}</table:table-row>'
    ),
}
NEAR = {
    "styled.xlsx": with_row('<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'),
    "wide.xlsx": with_row('<row r="3"><c r="XFD3" s="1"/></row>'),
    "filler.ods": with_calc_row(
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    ),
}


@pytest.mark.parametrize("name", FAR)
def test_cells_in_opposite_corners_are_refused_by_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FAR[name])
    with pytest.raises(UnreadableFile, match=r"the workbook spreads its cells over [\d,]{9,} places.*as CSV"):
        load(path)


@pytest.mark.parametrize("name", NEAR)
def test_styles_and_empty_cells_far_away_do_no_harm(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(NEAR[name])
    assert len(load(path).claims) == 1


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "MOST_BYTES", 3_000_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(_with_false_length(changed(BOOK, SHEET, "Army", "A" * 4_000_000)))
    with pytest.raises(UnreadableFile, match="unpacks to more than 3,000,000 bytes"):
        load(path)


def _with_false_length(book: bytes) -> bytes:
    """The workbook with entries that tell of 100 bytes, whatever they hold."""
    content = bytearray(book)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 24 : at + 28] = (100).to_bytes(4, "little")
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)
