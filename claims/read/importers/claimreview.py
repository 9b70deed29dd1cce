"""Fact-checks in JSON-LD: schema.org ClaimReview and Claim, alone, in a list, under ``@graph`` or in a data feed.

https://schema.org/ClaimReview, the feed of https://www.datacommons.org/factcheck/download, and the answers of Google's
Fact Check Tools API. What was claimed becomes the quote of a claim when it is one plain count of people by a named
person (``sentence.py``); most fact-checked statements are no such thing, and each of those is listed with the reason.
A reviewer's rating is passed on and never used: whether a claim is right is not asked here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.read.importers.sentence import NotOneCount, is_plain, one_count
from claims.read.importers.written_dates import edtf_of
from claims.read.result import Item, Rejected, UnreadableFile, Warning_, shown
from claims.read.rows import read_row

NAME = "claimreview"
_INSIDE = ("@graph", "dataFeedElement", "itemListElement", "item", "claims")
_REMEDY = "to use it, write a row of its own with kind, claimant, source and what was counted"
Node = dict[str, Any]


def reviews_in(parsed: Any) -> list[Node]:
    """Every ClaimReview or Claim of a parsed file in its order; none when the file is something else."""
    found: list[Node] = []
    queue = [parsed]
    while queue:
        node = queue.pop()
        if isinstance(node, list):
            queue.extend(reversed(node))
        elif isinstance(node, dict):
            if _is_review(node):
                found.append(node)
            else:
                queue.extend(node[key] for key in reversed(_INSIDE) if isinstance(node.get(key), list | dict))
    return found


def begins(line: str) -> bool:
    """Whether the first line of a JSON Lines file is a fact-check."""
    try:
        return '"' in line and bool(reviews_in(json.loads(line)))
    except (ValueError, RecursionError):
        return False


def read_lines(content: str, path: str) -> Iterator[Item]:
    """The claims of a file with one fact-check on each line. Raises UnreadableFile for a line that is no JSON."""
    reviews: list[tuple[int, Node]] = []
    for row, line in enumerate(content.splitlines(), 1):
        try:
            reviews += [(row, one) for one in reviews_in(json.loads(line) if line.strip() else None)]
        except (ValueError, RecursionError):
            raise UnreadableFile(path, f"line {row} is not JSON; correct it") from None
    yield _note(path)
    for row, review in reviews:
        yield from _claim(review, path, row)


def read(reviews: list[Node], path: str) -> Iterator[Item]:
    """The claims of fact-checks; rows count them from 1."""
    yield _note(path)
    for row, review in enumerate(reviews, 1):
        yield from _claim(review, path, row)


def _note(path: str) -> Warning_:
    return Warning_(path, 0, "", "", "read as fact-checks (schema.org ClaimReview); ratings are passed on, not used")


def _is_review(node: Node) -> bool:
    kinds = node.get("@type", node.get("type", ""))
    named = {"ClaimReview", "Claim"} & set(
        kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []
    )
    return bool(named) or "claimReviewed" in node or ("claimReview" in node and "text" in node)


def _claim(review: Node, path: str, row: int) -> Iterator[Item]:
    item = _first(review.get("itemReviewed")) or review
    words = _text(review, "claimReviewed") or _text(review, "text") or _text(item, "text") or _text(item, "name")
    speaker = _name(item.get("author")) if item is not review or "claimReviewed" not in review else ""
    speaker = speaker or _text(review, "claimant")
    try:
        if not words:
            raise NotOneCount("it has no claimReviewed")
        if not is_plain(words):
            raise NotOneCount("its words do more than count")
        count = one_count(words)
        if not speaker:
            raise NotOneCount("it names nobody who said it (itemReviewed.author)")
    except NotOneCount as error:
        reason = f"read, but no claim could be made: {error}; {_REMEDY}"
        yield Rejected(path, row, "claimReviewed", shown(words), reason)
        return
    counted = {"kind": "casualty", "quantity": count.quantity, "measure": count.measure, "victims": count.victims}
    said = {**counted, "claimant": speaker, "quote": words, **_provenance(review, item)}
    yield from read_row(said, path, row, {})


def _provenance(review: Node, item: Node) -> dict[str, Any]:
    """Who carries the statement: the fact-check, with the place where the statement was first found as its document."""
    check = _first(review.get("claimReview")) or review
    publisher = _first(check.get("publisher"))
    outlet = _name(check.get("author")) if check is not item else ""
    url = _text(check, "url")
    appeared = _link(item.get("firstAppearance")) or _link(item.get("appearance"))
    return {
        "source": outlet or _name(publisher) or _text(publisher, "site") or url or appeared or "schema.org Claim",
        "source_type": "fact-check",
        "title": _text(check, "title") or _text(check, "headline") or _text(check, "name"),
        "url": url or appeared,
        "document": appeared,
        "published": edtf_of(
            _text(item, "datePublished") or _text(review, "claimDate") or _text(check, "datePublished")
        ),
        "language": _text(check, "languageCode") or _text(review, "inLanguage"),
        "review_rating": _text(_first(review.get("reviewRating")), "alternateName") or _text(check, "textualRating"),
    }


def _first(value: Any) -> Node:
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    one = value[0] if isinstance(value, list) and value else value
    return " ".join(one.split()) if isinstance(one, str) else _text(_first(value), "name")


def _link(value: Any) -> str:
    one = value[0] if isinstance(value, list) and value else value
    return one.strip() if isinstance(one, str) else _text(_first(value), "url") or _text(_first(value), "@id")
