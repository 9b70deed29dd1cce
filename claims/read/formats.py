"""Opening one file: its SHA-256, and a reader for the format and encoding it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import Any, TextIO

from claims.read.article import read_article
from claims.read.encoding import Text, digest, scan
from claims.read.files import DOCUMENT, WIKI, Source, format_of, may_be_prose, sniff_text
from claims.read.headers import Names
from claims.read.how import AS_FOUND, How
from claims.read.importers import claimreview, infobox
from claims.read.mapping import FileMap, beside
from claims.read.objects import Objects, claims_in, holds_lines, parse_json
from claims.read.result import Item, NoClaims, NoHeader, UnreadableFile, Warning_
from claims.read.reviewed import is_reviewed, read_reviewed
from claims.read.rows import mend, read_table, undecoded
from claims.read.table import all_records, sniff
from claims.read.workbook import read_workbook
from claims.read.yamltext import YamlProblem, documents


def open_source(
    source: Source, mapping: Mapping[str, str] | None, encoding: str | None, how: How = AS_FOUND
) -> tuple[str, Iterator[Item]]:
    """A file's SHA-256 and what is in it, to be read as it is asked for."""
    form = format_of(source)
    names = Names(source.path, mapping, how, _mapping_of(source, form, how))
    if source.content is None and is_reviewed(source.path):
        with source.open() as stream:
            return digest(stream), read_reviewed(source.path, names)
    if form == "workbook":
        content = source.read()
        return digest(BytesIO(content)), read_workbook(content, names, source.path)
    if form == DOCUMENT:
        with source.open() as stream:
            return digest(stream), read_article(source, encoding, names)
    with source.open() as stream:
        try:
            sha256, text = scan(stream, source.path, encoding)
        except OSError as error:
            raise UnreadableFile(source.path, f"it cannot be read ({error}); check the disk") from None
    return sha256, _read_text(source, text, form, names, encoding)


def _mapping_of(source: Source, form: str, how: How) -> FileMap | None:
    """The mapping of a table: the one in hand, else the one beside it; none where the user named the data set."""
    if how.importer or how.mapping or form not in ("table", "workbook", "text"):
        return how.mapping
    return beside(source.path) if source.content is None else None


def _read_text(source: Source, text: Text, form: str, names: Names, encoding: str | None) -> Iterator[Item]:
    if text.note:
        yield Warning_(source.path, 0, "", "", text.note)
    if form == "text":
        with _as_text(source, text) as stream:
            start = "".join(islice(stream, 50))[:10_000]
        form = WIKI if names.how.importer == infobox.NAME or infobox.looks_like_infobox(start) else sniff_text(start)
    items = _READERS[form](source, text, names)
    if may_be_prose(source):
        items = _or_article(items, form, partial(read_article, source, encoding, names))
    yield from items


def _or_article(items: Iterator[Item], form: str, article: Callable[[], Iterator[Item]]) -> Iterator[Item]:
    """What a text holds; where it is none of the claim formats, the drafts of it as an article."""
    held: list[Item] = []
    try:
        for item in items:
            held.append(item)
            if not isinstance(item, Warning_):
                break
    except UnreadableFile as error:
        if form == "table" and not isinstance(error, NoHeader):
            raise
        drafts = list(article())
        if not drafts:
            raise NoClaims(error.path, f"{error.reason}; nor does its text say anything of losses") from None
        yield from drafts
        return
    yield from held
    yield from items


def _as_text(source: Source, text: Text) -> TextIO:
    return TextIOWrapper(source.open(), encoding=text.encoding, errors="surrogateescape", newline="")


def _read_table(source: Source, text: Text, names: Names) -> Iterator[Item]:
    open_text = partial(_as_text, source, text)
    delimiter, header = sniff(open_text, names, source.path, partial(mend, how=text))
    yield from header.warnings
    yield from read_table(all_records(open_text, delimiter, source.path), header, source.path, text)


def _read_lines(source: Source, text: Text, names: Names) -> Iterator[Item]:
    if names.how.importer == claimreview.NAME or claimreview.begins(_head(source, text)):
        yield from claimreview.read_lines(_content(source, text), source.path)
        return
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
        if reviews := claimreview.reviews_in(parsed):
            yield from claimreview.read(reviews, source.path)
        else:
            yield from Objects(source.path, names).entries(claims_in(parsed, names, source.path))


def _read_yaml(source: Source, text: Text, names: Names) -> Iterator[Item]:
    content = _content(source, text)
    if undecoded(content):
        raise UnreadableFile(source.path, "it is not in one encoding throughout; save it as UTF-8")
    try:
        parsed = list(documents(content))
    except YamlProblem as error:
        raise UnreadableFile(source.path, f"it is not valid YAML: {error}; correct it there") from None
    values: list[Any] = []
    for part in parsed:
        values += claims_in(part, names, source.path) if part is not None else []
    yield from Objects(source.path, names).entries(values)


def _read_wiki(source: Source, text: Text, names: Names) -> Iterator[Item]:
    yield from infobox.read(_content(source, text), source.path)


def _head(source: Source, text: Text) -> str:
    """The first line that says something."""
    with _as_text(source, text) as stream:
        return next((line for line in islice(stream, 50) if line.strip()), "")


def _content(source: Source, text: Text) -> str:
    content = source.read().decode(text.encoding, "surrogateescape")
    return "".join(mend(line, text) for line in content.splitlines(keepends=True)) if text.mixed else content


_READERS: dict[str, Callable[[Source, Text, Names], Iterator[Item]]] = {
    "table": _read_table,
    "lines": _read_lines,
    "json": _read_json,
    "yaml": _read_yaml,
    WIKI: _read_wiki,
}
