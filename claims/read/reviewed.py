"""A file of drafts with the decisions that lie beside it: what people decided a moment ago is what is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.read.headers import Names
from claims.read.objects import Objects
from claims.read.result import Item, UnreadableFile, Warning_


def is_reviewed(path: str) -> bool:
    """Whether a file has decisions about its drafts beside it, and drafts for them to be about."""
    from claims.review.decisions import ReviewError
    from claims.review.drafts_file import read_drafts
    from claims.review.log import SUFFIX, log_of

    if path.endswith(SUFFIX) or not Path(path).is_file() or not log_of(path).path.is_file():
        return False
    try:
        return any("status" in row for row in read_drafts(path))
    except ReviewError:
        return False


def read_reviewed(path: str, names: Names) -> Iterator[Item]:
    """The drafts of a file as they stand after every decision; rows count drafts from 1. Raises UnreadableFile."""
    from claims.review.applying import reviewed
    from claims.review.decisions import ReviewError
    from claims.review.drafts_file import read_drafts
    from claims.review.log import log_of

    log = log_of(path)
    try:
        logged = log.read()
        rows = reviewed(read_drafts(path), logged.decisions).rows
    except ReviewError as error:
        raise UnreadableFile(str(log.path), str(error).removeprefix(str(log.path)).lstrip(":, ")) from None
    if logged.torn:
        yield Warning_(str(log.path), 0, "", "", "the last line was cut off and is not used; decide that draft again")
    yield Warning_(path, 0, "", "", f"read with the {len(logged.decisions)} decisions of {log.path.name}")
    objects = Objects(path, names)
    for number, row in enumerate(rows, 1):
        yield from objects.entry(row, number)
    yield from objects.unknown()
