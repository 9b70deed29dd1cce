"""Ids of drafts that stay when extraction is run again, so that what a person decided is found again.

An id is made of the words: the name of the document, the sentence, the quote in it, the kind of claim, and a number
among those that are alike in all this. Offsets and the rest of the document are left out: an article that changes
elsewhere keeps its ids. White space and look-alike characters (curly quotes, dashes) do not count.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.extract.document import Document, shadow_of

if TYPE_CHECKING:
    from claims.extract.drafts import Draft, LookHere


def number_alike(document: Document, items: Iterable[Draft | LookHere]) -> None:
    """Tell those apart that say the same in the same words: the first is 1, the next 2."""
    seen: Counter[tuple[str, ...]] = Counter()
    for item in items:
        alike = item.alike(document)
        seen[alike] += 1
        item.nth = seen[alike]


def stable_id(prefix: str, alike: tuple[str, ...], nth: int) -> str:
    """The id of the ``nth`` item of those that have these words."""
    key = "\0".join((*alike, str(nth)))
    return prefix + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def plain(text: str) -> str:
    """A text without what may differ between two copies of it: runs of white space, forms of quotes and dashes."""
    return " ".join(shadow_of(text).split())
