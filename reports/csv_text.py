"""Rows as the text of a CSV file, for the tables of the report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_BYTE_ORDER_MARK = "\ufeff"


def csv_text(rows: Iterable[Iterable[str]], *, excel: bool = False, first: bool = False) -> str:
    """Rows whose cells are inert already (``escape.inert_cell``), with the line ends that ``excel`` expects.

    Excel takes a file for UTF-8 by its byte order mark, which stands before the ``first`` rows of a file.
    """
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n" if excel else "\n").writerows(rows)
    return (_BYTE_ORDER_MARK if excel and first else "") + buffer.getvalue()
