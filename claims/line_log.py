"""A file that people's decisions are added to one line at a time, and that no crash can spoil.

A line is written with one call on a descriptor opened with O_APPEND, under a lock that every writer takes, and is on
the disk before the person is answered. A process killed while it wrote can leave a last line without its end: it is not
used, it is told, and the next writer puts it into a file of its own beside, so that no line is glued to it.
"""

from __future__ import annotations

import json
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from claims.locking import held

Line = TypeVar("Line")


@dataclass(frozen=True)
class Logged(Generic[Line]):
    """The decisions of a file, and its last line where that is cut off (else empty)."""

    decisions: tuple[Line, ...]
    torn: bytes = b""


class LineLog(ABC, Generic[Line]):
    """A file of JSON objects, one a line; it need not be there. ``problem`` is raised for what cannot be used."""

    problem: type[ValueError] = ValueError

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: tuple[bytes, list[Line]] = b"", []

    @abstractmethod
    def lines_in(self, text: str) -> list[Line]:
        """What the lines of a text say. Raises ``problem``, naming the line, for one that says nothing."""

    @abstractmethod
    def said(self, line: Line) -> dict[str, Any]:
        """A line as the JSON object that is written."""

    @property
    def beside(self) -> Path:
        """Where cut-off lines go; hidden, so that it is not taken for a file of claims."""
        return self.path.with_name(f".{self.path.name}.torn")

    def read(self) -> Logged[Line]:
        """All decisions. Raises ``problem``, naming the line, for one that is whole and no decision."""
        try:
            return self._parsed(self.path.read_bytes())
        except FileNotFoundError:
            return Logged(())
        except OSError as error:
            raise self.problem(f"{self.path}: cannot be read ({error.strerror or error})") from None

    def append(self, make: Callable[[tuple[Line, ...]], Line]) -> Line:
        """Add the decision that ``make`` makes in view of those in the file, which nobody else changes meanwhile.

        What ``make`` raises is passed on, and nothing is written. Raises ``problem`` as ``read`` does, and OSError
        when the file cannot be written.
        """
        return self.extend(lambda decisions: [make(decisions)])[0]

    def extend(self, make: Callable[[tuple[Line, ...]], Sequence[Line]]) -> Sequence[Line]:
        """As ``append``, for several decisions, all of which are added or none."""
        with held(self.path) as handle:
            content = _all_of(handle)
            logged = self._parsed(content)
            made = make(logged.decisions)
            if logged.torn:
                self._set_aside(logged.torn)
                content = content.removesuffix(logged.torn)
                os.ftruncate(handle, len(content))
            lines = b"".join(map(self._bytes, made))
            _write(handle, b"\n" * (content[-1:] not in (b"", b"\n")) + lines, len(content))
        return made

    def _parsed(self, content: bytes) -> Logged[Line]:
        whole, end, last = content.rpartition(b"\n")
        if self._is_whole(last):
            return Logged(tuple(self._decoded(content)))
        return Logged(tuple(self._decoded(whole + end)), last)

    def _decoded(self, content: bytes) -> list[Line]:
        """The lines of a file, of which those that were read before are not parsed again."""
        before, known = self._known
        found = None
        if before.endswith(b"\n") and content.startswith(before):
            with suppress(ValueError):  # told below, where lines are counted from the first
                found = [*known, *self.lines_in(content[len(before) :].decode())]
        if found is None:
            try:
                found = self.lines_in(content.decode("utf-8-sig"))
            except UnicodeDecodeError as error:
                raise self.problem(f"{self.path}: cannot be read ({error}); save it as UTF-8") from None
        self._known = content, found
        return found

    def _is_whole(self, line: bytes) -> bool:
        """Whether the text behind the last line break, mostly none, is a line that somebody ended without one."""
        try:
            return not line.strip() or bool(self.lines_in(line.decode("utf-8-sig")))
        except ValueError:
            return False

    def _set_aside(self, torn: bytes) -> None:
        with self.beside.open("ab") as kept:
            kept.write(torn + b"\n")
            kept.flush()
            os.fsync(kept.fileno())

    def _bytes(self, line: Line) -> bytes:
        said = json.dumps(self.said(line), ensure_ascii=False)
        return (said + "\n").encode("utf-8", "backslashreplace")  # as JSON escapes it


def _all_of(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _write(handle: int, line: bytes, length: int) -> None:
    """Add a line to a file of this length and put it on the disk; where that fails the file is as it was."""
    try:
        while line:
            line = line[os.write(handle, line) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, length)
        raise
