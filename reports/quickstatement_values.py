"""The values of QuickStatements, version 1: texts, times, quantities, and the comment at the end of a command.

The grammar has no escapes. The tool splits commands at every ``|``, tab and line break, inside quotes as well, ends a
text at its last quotation mark and takes ``/* ... */`` at the end of a line for a comment: texts come without these.
After the parsers of https://github.com/magnusmanske/quickstatements_rs (``src/qs_parser.rs``) and of QuickStatements 3,
https://github.com/WikiMovimentoBrasil/quickstatements3 (``core/parsers``).
"""

from __future__ import annotations

import re

from reports.escape import visible
from reports.layout import clipped

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]+)*")
_TIME = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ].*|[~?%])?", re.DOTALL)
_YEAR, _MONTH, _DAY = 9, 10, 11
_MOST_OF_A_COMMENT = 250
UNKNOWN_LANGUAGE = "und"
LONGEST = 1500
"""Most characters of a string on Wikidata."""


def _plain(words: str) -> str:
    clean = re.sub('["“”„]', "'", visible(words)).replace("|", "¦")
    return clean.replace("/*", "/ *").replace("*/", "* /")


def text(words: str, most: int = LONGEST) -> str:
    """A string in quotation marks, at most so many characters long; empty for a text without any."""
    clean = clipped(_plain(words), most - 1)[:most].strip()
    return f'"{clean}"' if clean else ""


def address(url: str) -> str:
    """A web address that is safe already in quotation marks; empty for one that Wikidata has no room for."""
    return f'"{url}"' if 0 < len(url) <= LONGEST else ""


def language(name: str) -> str:
    """A language code in small letters, or nothing where the name is none."""
    folded = name.strip().casefold().replace("_", "-")
    return folded if _LANGUAGE.fullmatch(folded) else ""


def monolingual(words: str, name: str) -> str:
    """A text with its language, ``fr:"Titre"``; ``und``, undetermined, where the language is not known."""
    quoted = text(words)
    return f"{language(name) or UNKNOWN_LANGUAGE}:{quoted}" if quoted else ""


def time(edtf: str) -> str:
    """A day, month or year with its precision: ``+2025-10-11T00:00:00Z/11``; empty for any other date."""
    found = _TIME.fullmatch(edtf.strip())
    if found is None or not edtf.isascii():
        return ""
    year, month, day = found.groups()
    precision = _DAY if day else _MONTH if month else _YEAR
    return f"+{year}-{month or '00'}-{day or '00'}T00:00:00Z/{precision}"


def quantity(number: int, low: int, high: int | None) -> str:
    """An amount with its bounds, ``40[32,48]``; without them where they are open or say no more than the number."""
    if high is None:
        return str(number)
    amount = min(max(number, low), high)
    return str(amount) if low == high else f"{amount}[{low},{high}]"


def comment(words: str) -> str:
    """A comment for the end of a command, which becomes the summary of the edit."""
    clean = clipped(_plain(words), _MOST_OF_A_COMMENT).replace("*", "∗").strip()
    return f" /* {clean} */" if clean else ""
