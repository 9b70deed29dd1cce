"""The words of fields marked in a text: in brackets with the field's number, and in its colour where there are colours.

While lines are made, colours are held by characters that take no room and that no text of a claim can hold, since
``visible`` removes them: U+2061 (U+2063 for each further colour) begins a colour, and U+2062 ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reports.escape import isolated

_BEGIN, _END, _NEXT = "\u2061", "\u2062", "\u2063"
_HELD = re.compile(f"{_BEGIN}({_NEXT}*)|{_END}")


class Span(NamedTuple):
    """Words of a text by their offsets in it, the mark behind them, and the number of their colour, from 0."""

    start: int
    end: int
    mark: str
    colour: int


def marked(text: str, spans: Iterable[Span]) -> str:
    """The text with every span in brackets; nothing in it acts on a screen."""
    wanted = _joined(span for span in spans if 0 <= span.start < span.end <= len(text))
    done, last = [], 0
    for at in sorted({0, len(text), *(s.start for s in wanted), *(s.end for s in wanted)}):
        done.append(_inert(text[last:at]))
        ending = sorted((s for s in wanted if s.end == at), key=lambda s: -s.start)
        done += [f"]{span.mark}{_END}" for span in ending]
        starting = sorted((s for s in wanted if s.start == at), key=lambda s: -s.end)
        done += [f"{_BEGIN}{_NEXT * span.colour}[" for span in starting]
        last = at
    return "".join(done)


def coloured(text: str, colour: int) -> str:
    """A text that is inert already, in a colour."""
    return f"{_BEGIN}{_NEXT * colour}{text}{_END}"


def painted(lines: Iterable[str], colours: Sequence[int] | None) -> list[str]:
    """Lines with their colours as a terminal takes them, or without any; a colour never runs past a line's end."""
    if not colours:
        return [_HELD.sub("", line) for line in lines]
    open_: list[int] = []
    return [_painted(line, colours, open_) for line in lines]


def _painted(line: str, colours: Sequence[int], open_: list[int]) -> str:
    """A line that begins in the innermost of the colours that are open, and leaves those open that it does not end."""

    def now() -> str:
        return f"\x1b[1;38;5;{colours[open_[-1] % len(colours)]}m" if open_ else ""

    def change(found: re.Match[str]) -> str:
        before = "\x1b[0m" if open_ else ""
        if found[0] == _END:
            del open_[-1:]
        else:
            open_.append(len(found[1]))
        return before + now()

    begun = now()
    return begun + _HELD.sub(change, line) + ("\x1b[0m" if open_ else "")


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans, those of the same words made into one with both marks."""
    found: dict[tuple[int, int], Span] = {}
    for span in spans:
        before = found.get((span.start, span.end))
        found[span.start, span.end] = before._replace(mark=f"{before.mark},{span.mark}") if before else span
    return list(found.values())


def _inert(piece: str) -> str:
    """A piece of a text on one line, with the blank at either end of it."""
    clean = isolated(piece)
    if not clean:
        return " " if piece[:1].isspace() else ""
    return " " * piece[:1].isspace() + clean + " " * piece[-1:].isspace()


def spans_in(start: int, text: str, spans: Mapping[str, tuple[int, int]], marks: Mapping[str, int]) -> list[Span]:
    """The spans of a document that lie in a stretch of it, each with the number of its field."""
    end = start + len(text)
    return [
        Span(a - start, b - start, str(marks[name]), marks[name] - 1)
        for name, (a, b) in spans.items()
        if name in marks and start <= a < b <= end
    ]
