"""The texts of the documents that drafts were found in, looked for where they may lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from claims.documents.article import DocumentError
from claims.documents.folders import Found
from claims.documents.opening import open_article
from claims.review.context import Text


class Texts:
    """Texts by the name of their document, looked for in folders in turn, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders
        self.known: dict[str, Text | None] = {}

    def of(self, row: Mapping[str, Any]) -> Text | None:
        """The text of the document that a draft was found in; None where it is not there any more."""
        name = str(row.get("document") or "")
        if name not in self.known:
            self.known[name] = self._read(name)
        return self.known[name]

    def _read(self, name: str) -> Text | None:
        pure = PurePosixPath(name)
        if not name or "\0" in name or pure.is_absolute() or ".." in pure.parts:
            return None
        for folder in self.folders:
            for path in (folder / f"{name}.txt", folder / name):
                if path.is_file() and (text := _text(path)) is not None:
                    return text
        return None


def _text(path: Path) -> Text | None:
    try:
        return Text(open_article(Found(str(path), path.name).read(), str(path), path.name).text)
    except DocumentError:
        return None
