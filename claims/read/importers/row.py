"""One row of a known data set, asked for its cells by any of the names that releases of the set give a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claims.lexicon import data
from claims.model import Claim
from claims.read.headers import fold


class Row:
    """The cells of a row under folded headers; what the set writes for "nothing" is an empty text here."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        nothing = data("claims", "importers/tables.yaml")["nothing"]
        self._cells = {fold(h): cell.strip() for h, cell in cells.items() if cell.strip().casefold() not in nothing}
        self._headers = {fold(header): header for header in cells}

    def __call__(self, *names: str) -> str:
        """The first of these columns that says something, or an empty text."""
        return next((cell for name in names if (cell := self._cells.get(fold(name), ""))), "")

    def header(self, *names: str) -> str:
        """The header, as the file spells it, of the first of these columns that says something."""
        return next((self._headers[fold(name)] for name in names if self._cells.get(fold(name))), names[0])

    def parts(self, *names: str) -> list[str]:
        """A cell that lists several things with ``;`` between them, each once and in order."""
        return list(dict.fromkeys(part for piece in self(*names).split(";") if (part := piece.strip())))

    def kept(self, names: Iterable[str]) -> dict[str, Any]:
        """Columns to pass on under the file's own headers, those that are columns of the claim format aside."""
        return {self.header(n): self(n) for n in names if self(n) and self.header(n) not in Claim.model_fields}
