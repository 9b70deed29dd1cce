"""Which files to read, and in which format each of them is."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claims.documents.suffixes import form_of
from claims.read.how import AS_FOUND, How
from claims.read.importers.google_sheet import fetched, is_address
from claims.read.mapping import FOLDER, SUFFIX
from claims.read.result import UnreadableFile, Warning_

WIKI = "wikitext"
_FORMATS = {
    ".csv": "table", ".tsv": "table", ".tab": "table", ".psv": "table",
    ".wiki": WIKI, ".wikitext": WIKI, ".mediawiki": WIKI,
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines", ".yaml": "yaml", ".yml": "yaml",
    ".xlsx": "workbook", ".xlsm": "workbook", ".xlsb": "workbook", ".xls": "workbook", ".ods": "workbook",
}  # fmt: skip
_BESIDE = {"actors.yaml", "actors.yml", "people.yaml", "decisions.jsonl", "expected.json", FOLDER}
"""Files of a project that lie beside its claims and hold none."""
DOCUMENT = "document"
"""A text to read drafts of claims from: a web page, a PDF."""
_EXPECTATIONS = (".expect.yaml", ".expect.yml")
_REVIEW = ".review.jsonl"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_FOREIGN = (
    (re.compile(rb"%PDF-"), "a PDF document"),
    (re.compile(rb"\s*(<!doctype html|<html|<table)", re.I), "a web page"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
    (re.compile(rb"\x1f\x8b|BZh|\xfd7zXZ"), "a compressed file"),
)
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or the bytes of standard input; ``optional`` when it was only found in a folder."""

    path: str
    content: bytes | None = None
    optional: bool = False
    document: str = ""
    """What quotes name a document of a folder by: its path in there."""

    def open(self) -> BinaryIO:
        """The bytes from the beginning. Raises UnreadableFile."""
        if self.content is not None:
            return io.BytesIO(self.content)
        try:
            return Path(self.path).open("rb")
        except (OSError, ValueError) as error:
            raise UnreadableFile(self.path, _trouble(error)) from None

    def read(self) -> bytes:
        """All of it. Raises UnreadableFile."""
        with self.open() as stream:
            try:
                return stream.read()
            except OSError as error:
                raise UnreadableFile(self.path, _trouble(error)) from None


def _trouble(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the path"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it; change its permissions"
    return f"it cannot be opened ({getattr(error, 'strerror', None) or error}); check the path"


def sources(paths: Iterable[str | os.PathLike[str]], how: How = AS_FOUND) -> Iterator[Source | Warning_]:
    """Every file to read, folders opened up (their own files by name, not those of folders inside), each once.

    Raises UnreadableFile for a path that is not there, and for a folder without claim files.
    """
    seen: set[str] = set()
    for path in paths:
        for source in _sources_of(os.fspath(path), how):
            if isinstance(source, Source) and source.content is None:
                real = os.path.realpath(source.path)
                if real in seen:
                    yield Warning_(source.path, 0, "", "", "named twice; read once")
                    continue
                seen.add(real)
            yield source


def _sources_of(path: str, how: How) -> Iterator[Source | Warning_]:
    if path == STDIN:
        yield Source(STDIN, sys.stdin.buffer.read())
    elif is_address(path):
        yield Source(path, fetched(path, how.online))
    elif Path(path).is_dir():
        yield from _in_folder(path)
    else:
        yield Source(path)


def _in_folder(folder: str) -> Iterator[Source | Warning_]:
    """The claim files of a folder; where there are none, its documents."""
    try:
        names = sorted(entry.name for entry in Path(folder).iterdir())
    except OSError as error:
        raise UnreadableFile(folder, _trouble(error)) from None
    paths = [os.path.join(folder, name) for name in names if not name.startswith((".", "~$"))]  # noqa: PTH118
    files = [path for path in paths if not _beside(Path(path).name) and Path(path).is_file()]
    if not any(_FORMATS.get(Path(path).suffix.lower(), WIKI) != WIKI for path in files):
        yield from _articles_in(folder)
        return
    for path in files:
        if Path(path).suffix.lower() in _FORMATS:
            yield Source(path, optional=True)
        else:
            yield Warning_(path, 0, "", "", "not read: it ends like no claim file; name it on its own")


def _articles_in(folder: str) -> Iterator[Source]:
    """The documents in a folder without claim files, and in those inside it.

    Raises UnreadableFile when there are none.
    """
    from claims.documents.folders import in_folder

    found = in_folder(folder)
    if not found:
        reason = "the folder holds no claim files; they end in .csv, .tsv, .xlsx, .xls, .ods, .json, .jsonl or .yaml"
        raise UnreadableFile(folder, reason)
    for name in found:
        yield Source(os.path.join(folder, name), optional=True, document=name)  # noqa: PTH118


def _beside(name: str) -> bool:
    return name in _BESIDE or name.endswith((*_EXPECTATIONS, _REVIEW, SUFFIX))


def format_of(source: Source) -> str:
    """``table``, ``json``, ``lines``, ``yaml``, ``workbook``, ``document``, or ``text`` when only its content can tell.

    Raises UnreadableFile for formats that hold no claims.
    """
    with source.open() as stream:
        try:
            head = stream.read(512)
        except OSError as error:
            raise UnreadableFile(source.path, _trouble(error)) from None
    if not head:
        raise UnreadableFile(source.path, "it is empty; write a header row and claims below it")
    if source.content is None and form_of(source.path) in ("html", "pdf"):
        return DOCUMENT
    if head.startswith(_WORKBOOKS):
        return "workbook"
    for mark, what in _FOREIGN:
        if mark.match(head):
            raise UnreadableFile(source.path, f"it is {what}; save the claims as CSV, XLSX, ODS or JSON")
    known = "" if source.content is not None else _FORMATS.get(Path(source.path).suffix.lower(), "")
    return "text" if known in ("", "workbook") else known


def may_be_prose(source: Source) -> bool:
    """Whether a text that holds no claims may be an article: its suffix is one of documents, such as ``.txt``."""
    return source.content is None and form_of(source.path) != ""


def sniff_text(start: str) -> str:
    """The format of a text whose name does not tell."""
    lines = [line for line in start.splitlines() if line.strip() and not line.startswith("# ")]
    first = lines[0].strip() if lines else ""
    if first[:1] in ("{", "["):
        whole_line = first.startswith("{") and first.endswith("}") and len(lines) > 1
        return "lines" if whole_line and lines[1].lstrip().startswith("{") else "json"
    return "yaml" if re.match(r"---|- \w|\w+:(\s|$)", first) else "table"
