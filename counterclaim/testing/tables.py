"""Claims written as a small table in a test."""

from __future__ import annotations

from claims.model import Claim


def claims_from(table: str, **common: str) -> list[Claim]:
    """Claims from a table with ``|`` between its cells; the first line names the columns, ``common`` fills the rest.

    An empty cell says nothing. Claims are casualty claims about people killed, carried by "The Daily", unless the
    table or ``common`` says otherwise. Raises ValueError for a row that is too long or too short, and pydantic's
    ValidationError, which is one, for a cell that cannot be read.
    """
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines() if line.strip()]
    head, *rows = lines or [[]]
    return [_claim(head, row, number, common) for number, row in enumerate(rows, 1)]


def _claim(head: list[str], row: list[str], number: int, common: dict[str, str]) -> Claim:
    if len(row) != len(head):
        raise ValueError(f"row {number} of the table has {len(row)} cells under {len(head)} headers: {row}")
    said = {"kind": "casualty", "source": "The Daily", **common}
    said.update({column: cell for column, cell in zip(head, row, strict=True) if cell})
    if said["kind"] == "casualty":
        said.setdefault("measure", "killed")
    return Claim.model_validate(said)
