"""Text laid out in columns of a terminal: measured as a terminal shows it, wrapped, and set in tables.

A word is never cut and a figure never broken: what is wider than a line stands on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.escape import END_ISOLATE, ISOLATE

_WIDE = (
    "\u2e80-\u303f\u3041-\u30ff\u3100-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff0f\uff1a-\uff60\U00020000-\U0003fffd"
)
_NUMERALS = "〇一二三四五六七八九十百千万亿億萬两兩零余多"
_TRAILING = "、。，．：；！？）」』】〉》\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef\u2069"
_PIECES = re.compile(f"[{_NUMERALS}]+[{_TRAILING}]*|[{_WIDE}][{_TRAILING}]*|[^{_WIDE}]+")
NARROWEST = 40
_GAP = 2


def display_width(text: str) -> int:
    """Columns a text takes in a terminal; it must hold no control character."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines no wider than ``width`` unless one word is, begun with ``first`` and then ``rest`` (default: blanks)."""
    rest = " " * display_width(first) if rest is None else rest
    lines, line, used, empty = [], first, display_width(first), True
    for blank, piece in _pieces(text):
        room = display_width(piece)
        if not empty and used + blank + room > width:
            lines.append(line)
            line, used, empty = rest, display_width(rest), True
        lead = " " if blank and not empty else ""
        line, used, empty = line + lead + piece, used + len(lead) + room, False
    lines.append(line)
    return [line.rstrip(" ") for line in _closed(lines)]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Words, and the parts of East Asian words between which a line may end; 1 where a blank comes before."""
    for word in text.split(" "):
        if not word:
            continue
        parts = [word] if word.isascii() else _PIECES.findall(word)
        for n, part in enumerate(parts):
            yield (1 if n == 0 else 0), part


def _closed(lines: list[str]) -> list[str]:
    """Close direction isolates at the end of each line and open them again on the next: they end with the line."""
    if not any(ISOLATE in line for line in lines):
        return lines
    depth, closed = 0, []
    for line in lines:
        body = line.lstrip(" ")
        opened = ISOLATE * depth
        depth = max(0, depth + body.count(ISOLATE) - body.count(END_ISOLATE))
        closed.append(line[: len(line) - len(body)] + opened + body + END_ISOLATE * depth)
    return closed


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, indent: str = "") -> list[str]:
    """A table no wider than ``width``; where the words do not fit in columns, each row as a short list instead."""
    room = width - display_width(indent)
    columns = _fit(headers, rows, room)
    if columns is None:
        return [indent + line for row in rows for line in _stacked(headers, row, room)]
    from tabulate import tabulate

    cells = [["\n".join(wrap(cell, columns[n])) for n, cell in enumerate(row)] for row in rows]
    set_ = tabulate(cells, headers=list(headers), tablefmt="simple", disable_numparse=True)
    return [(indent + line).rstrip(" ") for line in set_.splitlines()]


def fits(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the words of a table fit side by side."""
    return _fit(headers, rows, width) is not None


def _fit(headers: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """A width for each column, or None when even the longest words do not fit side by side."""
    least, natural = [], []
    for n, header in enumerate(headers):
        head = display_width(header) + 2  # tabulate sets headers two columns wider than they are
        cells = [row[n] for row in rows]
        longest = max((display_width(p) for cell in cells for _, p in _pieces(cell)), default=0)
        least.append(max(head, longest))
        natural.append(max(head, max((display_width(cell) for cell in cells), default=0)))
    free = room - sum(least) - _GAP * (len(headers) - 1)
    if free < 0:
        return None
    return _shared(least, natural, free)


def _shared(least: list[int], natural: list[int], free: int) -> list[int]:
    """Give what room is left to the columns that want more, in proportion."""
    wanted = sum(natural) - sum(least)
    if wanted <= free:
        return natural
    return [have + (want - have) * free // wanted for have, want in zip(least, natural, strict=True)]


def _stacked(headers: Sequence[str], row: Sequence[str], room: int) -> Iterator[str]:
    for n, (header, cell) in enumerate(zip(headers, row, strict=True)):
        if cell:
            yield from wrap(cell, room, f"{'-' if n == 0 else ' '} {header}: ", "      ")


def clipped(text: str, most: int) -> str:
    """A long text cut between words with an ellipsis; a word is cut only where it alone is too long.

    A figure is never cut: the word that holds it stays whole up to ten times ``most``.
    """
    if len(text) <= most:
        return text
    head, _, tail = text[:most].rpartition(" ")
    if not head:
        head = text.split(" ", 1)[0][: 10 * most] if any(c.isdigit() for c in tail) else tail
    head = head.rstrip(" ")
    return head + "…" + (END_ISOLATE if head.count(ISOLATE) > head.count(END_ISOLATE) else "")
