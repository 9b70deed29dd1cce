"""The project as it is on disk, judged anew whenever its content changed, and decided upon."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reconcile.decisions import Decision, DecisionError
from reports.web.decision_log import DecisionLog, Decisions
from reports.web.project import Project, Unreadable
from reports.web.snapshot import Snapshot

_KEPT = 3
"""Results kept by content, so that taking a decision back is as quick as looking."""

Stamp = tuple[tuple[str, int, int, int], ...]


class Desk:
    """One project, for every request of a page; safe for threads."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.log = DecisionLog(project.decisions)
        self._lock = threading.RLock()
        self._known: OrderedDict[tuple[str, tuple[str, ...]], Snapshot] = OrderedDict()
        self._stamp: Stamp | None = None
        self._content = ""

    def snapshot(self) -> Snapshot:
        """The project as it is now. Raises Unreadable, in a sentence that names the file."""
        with self._lock:
            try:
                logged = self.log.read()
            except DecisionError as error:
                raise Unreadable(str(error)) from None
            return self._judged(logged.decisions, logged.torn)

    def decide(self, make: Callable[[Snapshot], Decision]) -> tuple[Decision, Snapshot]:
        """Add what ``make`` makes of the project as it is at that moment; nobody writes in between.

        Returns the decision and the project judged with it. Raises what ``make`` raises, Unreadable, and OSError; then
        nothing is written.
        """

        def made(decisions: Decisions) -> Decision:
            return make(self._judged(decisions))

        with self._lock:
            try:
                decision = self.log.append(made)
            except DecisionError as error:
                raise Unreadable(str(error)) from None
            return decision, self.snapshot()

    def _judged(self, decisions: Decisions, torn: bytes = b"") -> Snapshot:
        wanted = self._content_now(), tuple(d.id for d in decisions)
        if wanted not in self._known:
            self._known[wanted] = Snapshot(self.project.judge(decisions), decisions)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(wanted)
        found = self._known[wanted]
        return found if not torn else Snapshot(found.judged, decisions, torn)

    def _content_now(self) -> str:
        """A digest of all files; they are read again only when size, time or place of one changed."""
        stamp = tuple(_stamps(self._files()))
        if stamp != self._stamp:
            self._content, self._stamp = _digest(self._files()), stamp
        return self._content

    def _files(self) -> Iterator[Path]:
        """The files themselves and those right in the folders, but the decisions; hidden ones are nobody's claims."""
        for path in self.project.paths:
            inside = sorted(p for p in path.iterdir() if not p.name.startswith(".")) if path.is_dir() else [path]
            yield from (p for p in inside if p.is_file() and p != self.project.decisions)


def _stamps(files: Iterable[Path]) -> Iterator[tuple[str, int, int, int]]:
    for path in files:
        try:
            told = path.stat()
        except OSError:
            continue
        yield str(path), told.st_size, told.st_mtime_ns, told.st_ino


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in files:
        total.update(str(path).encode("utf-8", "surrogateescape") + b"\0")
        try:
            with path.open("rb") as stream:
                total.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError:
            total.update(b"unreadable")
    return total.hexdigest()
