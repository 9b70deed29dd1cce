"""A document among the claim files: its drafts as claims, with a note that a machine made them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from claims.documents.suffixes import form_of
from claims.read.files import Source
from claims.read.headers import Names
from claims.read.objects import Objects
from claims.read.result import Item, Warning_


def read_article(source: Source, encoding: str | None, names: Names) -> Iterator[Item]:
    """The drafts of a document; the row of each is the line on which its words begin. Nothing where it tells of none.

    Raises UnreadableFile.
    """
    from claims.documents.article import Told
    from claims.documents.opening import open_article
    from claims.documents.proposing import propose

    name = source.document or PurePath(source.path).name
    article = open_article(source.read(), source.path, name, encoding)
    if article.note and form_of(source.path) == "html":  # of other texts it has been said
        yield Warning_(source.path, 0, "", "", article.note)
    rows = propose(article, given=Told(outlet=names.how.outlet, published=names.how.published))
    objects = Objects(source.path, names)
    for row in rows:
        yield from objects.entry(row, article.text.count("\n", 0, row["quote_start"]) + 1)
