"""From an article to rows of the draft format: proposed claims, and sentences worth a look."""

from __future__ import annotations

import re
from typing import Any

from claims.documents.article import Article, Told
from claims.documents.guesses import mark_guesses
from claims.extract.document import Document
from claims.extract.pipeline import extract
from claims.extract.words import Words

_REPORTED = re.compile(r"\s+(?:(?:was|were|has been|have been|had been)\s+)?(?:immediately\s+|yet\s+)?reported\b")
_QUOTES = str.maketrans("“”„«»", '"' * 5)


def propose(article: Article, words: Words | None = None, given: Told | None = None) -> list[dict[str, Any]]:
    """The drafts of an article in the order of its text, the look-here rows among them.

    `given` is what the user says of the document, which wins over what it says of itself. Every quote holds the words
    of the article's text between its offsets.
    """
    told = (given or Told()).or_else(article.told)
    document = Document(article.name, article.prose, told.outlet, told.published)
    found = extract(document, words)
    rows = [line.row(article.name, given.outlet if given else "") for line in article.box]
    rows += [draft.row(document) for draft in found.drafts]
    rows += [look.row(document) for look in found.look_here]
    rows.sort(key=lambda row: (row["quote_start"], row["quote_end"]))
    rows = [_with_source(_sound(row, article.text), article, told) for row in rows]
    mark_guesses(rows)
    return rows


def _sound(row: dict[str, Any], text: str) -> dict[str, Any]:
    """The row without what cannot be meant: "no casualties were reported" is no count of nobody.

    An act that opens a quotation and does not close it was cut out of the middle of what somebody said.
    """
    if row.get("high") == 0 and _REPORTED.match(text, row["quote_end"]):
        row["quantity"] = "none reported"
    if row.get("act", "").translate(_QUOTES).count('"') % 2:
        del row["act"], row["provenance"]["act"]
    return row


def _with_source(row: dict[str, Any], article: Article, told: Told) -> dict[str, Any]:
    """The row with its quote as the text has it, markup and all, and where it was found."""
    row["quote"] = article.text[row["quote_start"] : row["quote_end"]]
    if row["kind"] == "look_here":
        return row
    about = {"title": told.title, "url": told.url}
    return {**{name: said for name, said in about.items() if said and name not in row}, **row}
