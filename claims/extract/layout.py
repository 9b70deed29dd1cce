"""How a document is laid out: what opens its lines, its dateline, and whether it is a list of items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extract.analysis import Analysis
from claims.extract.document import Document

_TIME = re.compile(r"\d{1,2}[:.h]\d\d")
_SLUG = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'/-]{2,40}")
_TOWN_AND_DAY = re.compile(
    r"^([A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20}){0,2}), (?=[^\n\u2014]{0,20}\d)[^\n\u2014]{2,30}\u2014", re.M
)
"""A dateline in small letters: "Bangui, 30 June \u2014"."""
_ITEMS = 3
"""Lines that open with a time or a place name from which a document is a list."""


class Layout:
    """What stands before the sentences of a document; `is_list` for a round-up with place names or a live blog."""

    def __init__(self, document: Document, analyses: Sequence[Analysis]) -> None:
        self.document, self.analyses = document, analyses
        self.leads = [self._lead(analysis) for analysis in analyses]
        opened = [bool(_TIME.search(lead)) or self.slug(at) is not None for at, lead in enumerate(self.leads)]
        self.is_list = sum(opened) >= _ITEMS

    def _lead(self, analysis: Analysis) -> str:
        """What stands before the sentence on its line, and is no part of it."""
        text, start = self.document.shadow, analysis.sentence.start
        line = text.rfind("\n", max(0, start - 140), start) + 1
        lead = text[line:start] if start - line < 130 else ""
        return "" if re.search(r"[.!?][\"')]*\s*$", lead) and not re.search(r"\.-\s*$", lead) else lead

    def slug(self, at: int) -> tuple[int, int] | None:
        """The place name that opens an item of a round-up, with its offsets: "MOSUL - ", never the first dateline."""
        found = _SLUG.search(self.leads[at])
        if found is None or _TIME.search(self.leads[at]):
            return None
        line = self.analyses[at].sentence.start - len(self.leads[at])
        return line + found.start(), line + found.start() + len(found.group().rstrip(" .-/"))

    def dateline(self) -> str:
        """The town of the dateline that opens the document; empty where there is none."""
        for at in range(min(4, len(self.leads))):
            slug = None if self.is_list else self.slug(at)
            if slug is not None:
                return re.split(r"[,/(]", self.document.raw[slug[0] : slug[1]])[0].strip().title()
        found = _TOWN_AND_DAY.search(self.document.shadow, 0, 600)
        return found.group(1) if found is not None and not self.is_list else ""
