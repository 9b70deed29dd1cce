"""Reading claims from files, folders and standard input."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from claims.dates import TWO_WAYS
from claims.read.drafts import Drafts
from claims.read.files import Source, format_of, sources
from claims.read.formats import open_source
from claims.read.how import AS_FOUND, How
from claims.read.ids import Ids
from claims.read.mapping import SUFFIX
from claims.read.result import (
    DocumentError,
    InputFile,
    Item,
    Loaded,
    NoClaims,
    Place,
    Rejected,
    UnreadableFile,
    Warning_,
)
from claims.read.rows import POINTER

AnyPath = str | os.PathLike[str]
_PROGRESS_EVERY = 1000


def load(
    paths: AnyPath | Iterable[AnyPath],
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
    progress: Callable[[int], None] | None = None,
    how: How = AS_FOUND,
) -> Loaded:
    """Read claims from files, folders and standard input (``-``), and say of every row that is no claim why not.

    ``mapping`` renames headers, ``{"Their header": "column"}``, and wins over what the shipped aliases say.
    ``encoding`` is the encoding of text that is not UTF-8. ``progress`` is told the number of rows read so far.
    ``how`` names what else the user asked for (see ``claims.read.how``).
    Every claim of the result has an id of its own (see ``claims.read.ids``).

    Raises UnreadableFile for a path that cannot be read at all.
    """
    loaded = Loaded()
    ids, drafts = Ids(loaded), Drafts()
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    with _no_collector():
        for source in sources(several, how):
            if isinstance(source, Warning_):
                loaded.warnings.append(source)
                continue
            try:
                _load_file(source, mapping, encoding, progress, how, loaded, ids, drafts)
            except UnreadableFile as error:
                if not source.optional or not (source.document or isinstance(error, NoClaims | DocumentError)):
                    raise
                loaded.warnings.append(Warning_(source.path, 0, "", "", f"not read: {error.reason}"))
    loaded.warnings.extend(drafts.notes())
    if several and not loaded.inputs:
        raise UnreadableFile(os.fspath(several[0]), "none of its files holds claims; name their columns or keys")
    return loaded


def iter_claims(
    path: AnyPath, mapping: Mapping[str, str] | None = None, encoding: str | None = None, how: How = AS_FOUND
) -> Iterator[Item]:
    """Read one file as a stream: claims as ``(place, claim)``, each ``Rejected`` and each ``Warning_``.

    CSV and JSON Lines are never held in memory as a whole. Ids made from content are there, but claims with one id
    are not told apart: that takes all of them, and is done by ``load``.

    Raises UnreadableFile.
    """
    for source in sources([path], how):
        if isinstance(source, Warning_):
            yield source
        else:
            yield from open_source(source, mapping, encoding, how)[1]


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the cycle collector, which would walk all claims again and again: claims hold no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load_file(
    source: Source,
    mapping: Mapping[str, str] | None,
    encoding: str | None,
    progress: Callable[[int], None] | None,
    how: How,
    loaded: Loaded,
    ids: Ids,
    drafts: Drafts,
) -> None:
    sha256, items = open_source(source, mapping, encoding, how)
    claims, places, first = loaded.claims, loaded.places, ids.first
    before, bad_rows, warnings = len(claims), set[Place](), list[Warning_]()
    refused = len(loaded.rejected)
    for item in items:
        if type(item) is tuple:
            place, claim = item
            if claim.__pydantic_extra__:
                kept = drafts.settled(claim, source.path)
                if kept is None:
                    continue
                claim = kept
            if claim.id in first:
                settled = ids.settle(claim, place)
                if isinstance(settled, Rejected):
                    loaded.rejected.append(settled)
                    bad_rows.add(place)
                    continue
                claim = settled
            first[claim.id] = len(claims)
            claims.append(claim)
            places.append(place)
            if progress and not len(claims) % _PROGRESS_EVERY:
                progress(len(claims) + len(loaded.rejected))
        elif isinstance(item, Rejected):
            loaded.rejected.append(item)
            bad_rows.add((item.path, item.row))
        elif isinstance(item, Warning_):
            warnings.append(item)
    loaded.warnings.extend(_merged(warnings))
    loaded.warnings.extend(_dates_at_once(source, loaded.rejected[refused:]))
    loaded.inputs.append(InputFile(source.path, sha256, len(claims) - before, len(bad_rows)))
    if progress:
        progress(len(claims) + len(loaded.rejected))


def _dates_at_once(source: Source, rejected: list[Rejected]) -> Iterator[Warning_]:
    """How to mend all dates of a table at once, where some could be read two ways."""
    doubtful = next((one for one in rejected if TWO_WAYS in one.reason), None)
    path = source.path
    if doubtful is not None and Path(path).is_file() and format_of(source) in ("table", "workbook"):
        reason = (
            f'{TWO_WAYS}; where a table writes every date alike, say so once, with dates = "day first" (or '
            f'"month first") in {path}{SUFFIX}; counterclaim map {path} makes that file'
        )
        yield Warning_(path, 0, doubtful.column, "dates such as " + doubtful.value, reason)


def _merged(warnings: list[Warning_]) -> Iterator[Warning_]:
    """The warnings of a file, with those about pointers made into one."""
    pointers = [w for w in warnings if w.reason == POINTER]
    yield from (w for w in warnings if w.reason != POINTER)
    if pointers:
        reason = POINTER if len(pointers) == 1 else f"{len(pointers)} rows from here on: {POINTER}"
        yield replace(pointers[0], reason=reason)
