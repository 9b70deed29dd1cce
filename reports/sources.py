"""The documents that carry the claims, each once: what a bibliography and linked data say of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from reconcile.result import ReadClaim
from reports.addresses import web_address
from reports.escape import visible
from reports.words import column


@dataclass(frozen=True, slots=True)
class Document:
    """An article, post, report or page. Texts are visible characters on one line, empty where nothing was said.

    ``id`` is made from what tells documents apart, so it stays when rows are added or moved. ``link`` and ``archived``
    are addresses on the web or empty. ``claims`` are the ids of the claims that it carries, as the result has them.
    """

    id: str
    name: str
    kind: str
    title: str
    link: str
    archived: str
    published: str
    accessed: str
    language: str
    claims: tuple[str, ...]


def documents(claims: Iterable[ReadClaim]) -> list[Document]:
    """Every document once, in the order of the claims; what a claim leaves empty is taken from the next that says it.

    Claims share a document if they have the same address, or none and the same source, title and publication date.
    """
    carried: dict[tuple[str, ...], list[ReadClaim]] = {}
    for claim in claims:
        carried.setdefault(_key(claim), []).append(claim)
    return [_document(key, of) for key, of in carried.items()]


def _key(claim: ReadClaim) -> tuple[str, ...]:
    link = web_address(column(claim, "url"))
    return (link,) if link else tuple(column(claim, name) for name in ("source", "title", "published"))


def _document(key: tuple[str, ...], claims: list[ReadClaim]) -> Document:
    def first(name: str) -> str:
        return next((text for claim in claims if (text := visible(column(claim, name)))), "")

    def link(name: str) -> str:
        return next((to for claim in claims if (to := web_address(column(claim, name)))), "")

    content = "\x1f".join(key).encode("utf-8", "surrogatepass")
    return Document(
        id=f"source-{blake2b(content, digest_size=6).hexdigest()}",
        name=first("source"), kind=first("source_type"), title=first("title"), link=link("url"),
        archived=link("archived_url"), published=first("published"), accessed=first("accessed"),
        language=first("language"), claims=tuple(claim.id for claim in claims),
    )  # fmt: skip
