"""Which files to read: those that were named, and the documents in folders and the folders inside them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from claims.documents.article import LARGEST, DocumentError
from claims.documents.suffixes import form_of, suffixes

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, and the name that its quotes are kept under. `listed` in a folder, not named."""

    path: str
    name: str
    listed: bool = False

    def read(self) -> bytes:
        """The bytes, one more than a document may have at most. Raises DocumentError."""
        if self.path == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        try:
            with Path(self.path).open("rb") as stream:
                return stream.read(LARGEST + 1)
        except OSError as error:
            raise DocumentError(self.path, f"cannot be read ({error.strerror or error}); check the path") from None
        except ValueError as error:  # a zero byte in the path
            raise DocumentError(self.path, f"cannot be read ({error}); check the path") from None


def documents(paths: Iterable[str]) -> list[Found]:
    """Every document of the paths, each file once, in order; those of a folder by their paths in it.

    Raises DocumentError for a folder without documents.
    """
    found: list[Found] = []
    seen: set[str] = set()
    names: set[str] = set()
    for path in paths:
        for one in _of(path):
            real = os.path.realpath(one.path)
            if real not in seen or one.path == STDIN:
                seen.add(real)
                found.append(Found(one.path, _free(one.name, names), one.listed))
    return found


def _of(path: str) -> Iterable[Found]:
    if path == STDIN or not Path(path).is_dir():
        return [Found(path, PurePath(path).name)]
    inside = [Found(os.path.join(path, name), name, listed=True) for name in in_folder(path)]  # noqa: PTH118
    if not inside:
        raise DocumentError(path, f"no text in this folder; extract reads {', '.join(suffixes())}")
    return inside


def in_folder(folder: str) -> list[str]:
    """The documents in a folder and below it, as paths in it with slashes, sorted; links are followed once."""
    return sorted(_walk(folder, "", set()))


def _walk(folder: str, below: str, seen: set[str]) -> Iterator[str]:
    here = os.path.realpath(folder)
    if here in seen:
        return
    seen.add(here)
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda one: one.name)
    except OSError:
        yield below.rstrip("/") or "."  # reading it says why it cannot be
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        name = f"{below}{entry.name}"
        if Path(entry.path).is_dir():
            yield from _walk(entry.path, f"{name}/", seen)
        elif form_of(entry.name) and not _is_special(Path(entry.path)):
            yield name


def _is_special(path: Path) -> bool:
    """Whether it is a pipe or a device; a link that leads nowhere is a file that cannot be read, and is told of."""
    return path.exists() and not path.is_file()


def _free(name: str, taken: set[str]) -> str:
    """A name that no other document of the run has: ``a.txt``, ``a~2.txt``."""
    pure, number, free = PurePath(name), 1, name
    while free in taken:
        number += 1
        free = pure.with_name(f"{pure.stem}~{number}{pure.suffix}").as_posix()
    taken.add(free)
    return free
