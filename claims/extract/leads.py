"""What opens a line and is no part of its sentence: a bullet, a number, the time of a live blog, a dateline."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*(?:[-*\u2022\u00b7\u25cf\u25aa\u2014>]+(?=\s)|\[\d{1,3}\]|\(?\d{1,2}[.)](?=\s))\s*")
_TIME = re.compile(
    r"\s*\[?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:GMT|UTC|BST|EST|EDT|CET|EET|IST|local time)\b)?\]?"
    r"(?:\s*[-:|\u2014])?\s+(?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'/-]{2,40}(?:,[^\u2014\n]{1,40}?)?\s*"
    r"(?:(?:\([^()\n]{1,60}\)\s*)?(?:\u2014|--|\.-|-(?= ))|\([^()\n]{1,60}\)\s*:)\s*"
)
_SLUG = re.compile(
    r"\s*(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|BREAKING|ALERT|FACTBOX|TIMELINE)(?: ?\d{1,2})?\s?[-:]\s*(?=\S)"
)
_DATED = re.compile(
    r"\s*(?:\([A-Z][\w .'/-]{1,40}\)"
    r"|[A-Z][\w .'/-]{1,40},[^\u2014\n]{0,60}?(?:19|20)\d\d[^\u2014\n]{0,20}?)\s*\u2014\s*(?=[A-Z\"'])"
)


def lead_end(text: str, start: int) -> int:
    """Where the sentence of a line begins that starts at an offset: past its bullet, time and dateline."""
    for pattern in (_MARK, _TIME, _SLUG, _PLACE, _DATED):
        found = pattern.match(text, start)
        if found and found.end() < len(text):
            start = found.end()
    return start


def is_listed(text: str, start: int) -> bool:
    """Whether the line that starts at an offset is an item of a list."""
    found = _MARK.match(text, start)
    return found is not None and "\n" not in found.group().strip("\n")
