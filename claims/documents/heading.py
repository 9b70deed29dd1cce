"""What stands plainly at the top of a text: a Markdown front matter, or lines such as "Published: 12 October 2025".

Only what cannot be mistaken is taken: a line with a label, or a line that is a full date and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from claims.documents.article import Told
from claims.lexicon import data
from claims.read.importers.written_dates import edtf_of

_TOP = 12
"""Lines with words in which a heading is looked for."""
_LABELLED = re.compile(r"\s*(?:[*_#>-]+\s*)?\**([\w ]{3,20}?)\**\s*:\**\s*(\S.{0,300}?)\s*")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_HOUR = re.compile(r"[,T ]+(?:at\s+)?\d{1,2}[:.]\d\d\b.*")
_LONGEST_FRONT = 10_000


def told_at_the_top(text: str) -> Told:
    """Title, outlet, day of publication and address, as far as the top of a text says them plainly."""
    found: dict[str, str] = {}
    for label, value in _pairs(text):
        name = _labels().get(label, "")
        if name and (name != "published" or day_of(value)):
            found.setdefault(name, value)
    published = day_of(found.get("published", ""))
    return Told(found.get("title", ""), found.get("outlet", ""), published, found.get("url", ""))


def day_of(value: str) -> date | None:
    """The day of a date that can be read in one way only; None for any other text."""
    words = _WEEKDAY.sub("", value.strip(" \t\r\n\"'*_"))
    for said in (words, _HOUR.sub("", words)):
        try:
            return date.fromisoformat(edtf_of(said))
        except ValueError:
            continue
    return None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Labels, folded, with their values; a date that stands alone has the label "published"."""
    front = _FRONT.match(text[:_LONGEST_FRONT])
    lines = front[1].splitlines() if front else _top_lines(text)
    for line in lines:
        if labelled := _LABELLED.fullmatch(line):
            yield " ".join(labelled[1].casefold().split()), labelled[2].strip("\"'")
        elif not front and day_of(line):
            yield "published", line


def _top_lines(text: str) -> list[str]:
    return [line for line in text[:_LONGEST_FRONT].splitlines() if line.strip()][:_TOP]


@cache
def _labels() -> dict[str, str]:
    """What each label tells of."""
    known: dict[str, list[str]] = data("claims", "documents.yaml")["labels"]
    return {label: name for name, labels in known.items() for label in labels}
