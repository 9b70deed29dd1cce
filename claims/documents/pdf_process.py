"""The process that reads one PDF: its bytes on standard input, its text as JSON on standard output.

It limits itself: time and memory where the system can, and how much is read. What one compressed stream may unpack to
is limited by pypdf, to 75 MB.
"""

from __future__ import annotations

import json
import logging
import sys
from io import BytesIO
from typing import Any

from claims.documents.article import MOST_CHARACTERS

_MEMORY = 2_000_000_000
_MOST_PAGES = 3000


def main(seconds: float) -> None:
    """Read the PDF and print what it holds, or why it cannot be read."""
    _limit(int(seconds) + 1)
    logging.disable()
    try:
        found = _read(sys.stdin.buffer.read())
    except Exception as error:  # a damaged file fails anywhere in the reader, and in any way
        found = {"error": f"it is damaged or no PDF that can be read ({type(error).__name__}); save it anew"}
    json.dump(found, sys.stdout)


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system; the caller's patience has an end all the same
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _read(content: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"error": "it is locked with a password; save a copy without one"}
    pages: list[str] = []
    left = MOST_CHARACTERS
    for number, page in enumerate(reader.pages):
        text = page.extract_text()
        left -= len(text)
        if left < 0 or number >= _MOST_PAGES:
            return {"error": f"it holds more than {MOST_CHARACTERS:,} characters or {_MOST_PAGES:,} pages; split it"}
        pages.append(text)
    title = reader.metadata.title if reader.metadata else ""
    return {"pages": pages, "title": str(title or "")}


if __name__ == "__main__":
    main(float(sys.argv[1]))
