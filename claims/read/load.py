"""Reading claims from files, folders and standard input."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import TextIO

from claims.read.encoding import Text, digest, scan
from claims.read.files import Source, format_of, sniff_text, sources
from claims.read.headers import Names
from claims.read.ids import Ids
from claims.read.objects import Objects, claims_in, holds_lines, parse_json
from claims.read.result import InputFile, Item, Loaded, NoClaims, Place, Rejected, UnreadableFile, Warning_
from claims.read.rows import POINTER, mend, read_table
from claims.read.table import all_records, sniff
from claims.read.workbook import read_workbook
from claims.read.yamltext import YamlProblem, documents

AnyPath = str | os.PathLike[str]
_PROGRESS_EVERY = 1000


def load(
    paths: AnyPath | Iterable[AnyPath],
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Read claims from files, folders and standard input (``-``), and say of every row that is no claim why not.

    ``mapping`` renames headers, ``{"Their header": "column"}``, and wins over what the shipped aliases say.
    ``encoding`` is the encoding of text that is not UTF-8. ``progress`` is told the number of rows read so far.
    Every claim of the result has an id of its own (see ``claims.read.ids``).

    Raises UnreadableFile for a path that cannot be read at all.
    """
    loaded = Loaded()
    ids = Ids(loaded)
    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    with _no_collector():
        for source in sources(several):
            if isinstance(source, Warning_):
                loaded.warnings.append(source)
                continue
            try:
                _load_file(source, mapping, encoding, progress, loaded, ids)
            except NoClaims as error:
                if not source.optional:
                    raise
                loaded.warnings.append(Warning_(source.path, 0, "", "", f"not read: {error.reason}"))
    if several and not loaded.inputs:
        raise UnreadableFile(os.fspath(several[0]), "none of its files holds claims; name their columns or keys")
    return loaded


def iter_claims(
    path: AnyPath, mapping: Mapping[str, str] | None = None, encoding: str | None = None
) -> Iterator[Item]:
    """Read one file as a stream: each claim as ``(row, claim)``, each ``Rejected`` and each ``Warning_`` as it comes.

    CSV and JSON Lines are never held in memory as a whole. Ids made from content are there, but claims with one id
    are not told apart: that takes all of them, and is done by ``load``.

    Raises UnreadableFile.
    """
    for source in sources([path]):
        if isinstance(source, Warning_):
            yield source
        else:
            yield from _open(source, mapping, encoding)[1]


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
    loaded: Loaded,
    ids: Ids,
) -> None:
    sha256, items = _open(source, mapping, encoding)
    claims, places, first = loaded.claims, loaded.places, ids.first
    before, bad_rows, warnings = len(claims), set[Place](), list[Warning_]()
    for item in items:
        if type(item) is tuple:
            place, claim = item
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
    loaded.inputs.append(InputFile(source.path, sha256, len(claims) - before, len(bad_rows)))
    if progress:
        progress(len(claims) + len(loaded.rejected))


def _merged(warnings: list[Warning_]) -> Iterator[Warning_]:
    """The warnings of a file, with those about pointers made into one."""
    pointers = [w for w in warnings if w.reason == POINTER]
    yield from (w for w in warnings if w.reason != POINTER)
    if pointers:
        reason = POINTER if len(pointers) == 1 else f"{POINTER} (so are {len(pointers) - 1} rows below)"
        yield replace(pointers[0], reason=reason)


def _open(source: Source, mapping: Mapping[str, str] | None, encoding: str | None) -> tuple[str, Iterator[Item]]:
    """A file's SHA-256 and what is in it, to be read as it is asked for."""
    names = Names(source.path, mapping)
    form = format_of(source)
    if form == "workbook":
        content = source.read()
        return digest(BytesIO(content)), read_workbook(content, names, source.path)
    with source.open() as stream:
        try:
            sha256, text = scan(stream, source.path, encoding)
        except OSError as error:
            raise UnreadableFile(source.path, f"it cannot be read ({error}); check the disk") from None
    return sha256, _read_text(source, text, form, names)


def _read_text(source: Source, text: Text, form: str, names: Names) -> Iterator[Item]:
    if text.note:
        yield Warning_(source.path, 0, "", "", text.note)
    if form == "text":
        with _as_text(source, text) as stream:
            form = sniff_text("".join(islice(stream, 50))[:10_000])
    yield from _READERS[form](source, text, names)


def _as_text(source: Source, text: Text) -> TextIO:
    return TextIOWrapper(source.open(), encoding=text.encoding, errors="surrogateescape", newline="")


def _read_table(source: Source, text: Text, names: Names) -> Iterator[Item]:
    open_text = partial(_as_text, source, text)
    delimiter, header = sniff(open_text, names, source.path)
    yield from header.warnings
    yield from read_table(all_records(open_text, delimiter, source.path), header, source.path, text)


def _read_lines(source: Source, text: Text, names: Names) -> Iterator[Item]:
    objects = Objects(source.path, names)
    if text.encoding == "utf-8" and not text.mixed:
        with source.open() as raw:
            yield from objects.lines(raw)
    else:
        with _as_text(source, text) as stream:
            yield from objects.lines(stream, text)


def _read_json(source: Source, text: Text, names: Names) -> Iterator[Item]:
    try:
        parsed = parse_json(_content(source, text), source.path)
    except UnreadableFile as error:
        with _as_text(source, text) as stream:
            if not holds_lines(stream):
                raise error
        yield from _read_lines(source, text, names)
    else:
        yield from Objects(source.path, names).entries(claims_in(parsed, names, source.path))


def _read_yaml(source: Source, text: Text, names: Names) -> Iterator[Item]:
    try:
        parsed = list(documents(_content(source, text)))
    except YamlProblem as error:
        raise UnreadableFile(source.path, f"it is not valid YAML: {error}; correct it there") from None
    values = (
        parsed[0]
        if len(parsed) == 1
        else [v for part in parsed for v in (part if isinstance(part, list) else [part])]
    )
    yield from Objects(source.path, names).entries(claims_in(values, names, source.path))


def _content(source: Source, text: Text) -> str:
    content = source.read().decode(text.encoding, "surrogateescape")
    return mend(content, text)


_READERS: dict[str, Callable[[Source, Text, Names], Iterator[Item]]] = {
    "table": _read_table,
    "lines": _read_lines,
    "json": _read_json,
    "yaml": _read_yaml,
}
