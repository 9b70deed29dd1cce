"""The decisions of a project on disk: read as they are now, and added to one line at a time.

A line is written with one call on a descriptor opened with O_APPEND, under a lock that every page on the project takes,
and is on the disk before the page answers. A process killed while it wrote can leave a last line without its end: it is
not used, it is told, and the next writer puts it into a file of its own beside, so that no line is glued to it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reconcile.decisions import Decision, DecisionError, decisions_in
from reports.web.locking import held

Decisions = tuple[Decision, ...]


@dataclass(frozen=True)
class Logged:
    """The decisions of a file, and its last line where that is cut off (else empty)."""

    decisions: Decisions
    torn: bytes = b""


class DecisionLog:
    """The file ``decisions.jsonl`` of a project; it need not be there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def beside(self) -> Path:
        """Where cut-off lines go; hidden, so that it is not taken for a file of claims."""
        return self.path.with_name(f".{self.path.name}.torn")

    def read(self) -> Logged:
        """All decisions. Raises DecisionError, naming the line, for one that is whole and no decision."""
        try:
            return self._parsed(self.path.read_bytes())
        except FileNotFoundError:
            return Logged(())
        except OSError as error:
            raise DecisionError(f"{self.path}: cannot be read ({error.strerror or error})") from None

    def append(self, make: Callable[[Decisions], Decision]) -> Decision:
        """Add the decision that ``make`` makes in view of those in the file, which nobody else changes meanwhile.

        What ``make`` raises is passed on, and nothing is written. Raises DecisionError as ``read`` does, and OSError
        when the file cannot be written.
        """
        with held(self.path) as handle:
            content = _all_of(handle)
            logged = self._parsed(content)
            made = make(logged.decisions)
            if logged.torn:
                self._set_aside(logged.torn)
                content = content.removesuffix(logged.torn)
                os.ftruncate(handle, len(content))
            _write(handle, b"\n" * (content[-1:] not in (b"", b"\n")) + _line(made), len(content))
        return made

    def _parsed(self, content: bytes) -> Logged:
        whole, end, last = content.rpartition(b"\n")
        if _is_decision(last):
            return Logged(tuple(self._decisions(content)))
        return Logged(tuple(self._decisions(whole + end)), last)

    def _decisions(self, content: bytes) -> list[Decision]:
        try:
            return decisions_in(content.decode("utf-8-sig"), self.path)
        except UnicodeDecodeError as error:
            raise DecisionError(f"{self.path}: cannot be read ({error}); save it as UTF-8") from None

    def _set_aside(self, torn: bytes) -> None:
        with self.beside.open("ab") as kept:
            kept.write(torn + b"\n")
            kept.flush()
            os.fsync(kept.fileno())


def _is_decision(line: bytes) -> bool:
    """Whether the text behind the last line break, mostly none, is a line that somebody ended without one."""
    try:
        return not line.strip() or bool(Decision.model_validate_json(line.removeprefix(b"\xef\xbb\xbf")))
    except ValueError:
        return False


def _line(decision: Decision) -> bytes:
    said = decision.model_dump(mode="json", exclude_defaults=True)
    return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")  # as JSON escapes it


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
