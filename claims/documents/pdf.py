"""The text of a PDF, read by pypdf in a process of its own that ends after some time and within some memory.

A PDF is a program for a page: a small file can ask for hours of work or gigabytes of text. Whatever happens there, the
command goes on with a sentence about it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from claims.documents.article import DocumentError, Told
from claims.documents.heading import told_at_the_top
from claims.lexicon import data

SECONDS = 60
"""How long a PDF may take; books of a thousand pages take some ten."""
_SHORT, _HEADING = 0.8, 0.6
"""A line this much shorter than the longest ends a paragraph: when it ends a sentence, and when another begins."""
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")


def read_pdf(content: bytes, path: str, seconds: float = SECONDS) -> tuple[str, Told]:
    """The text of a PDF with its lines joined to paragraphs, and its title.

    Raises DocumentError when pypdf is not installed, and for a PDF without text, locked, damaged or without end.
    """
    if find_spec("pypdf") is None:
        raise DocumentError(path, "reading PDF needs pypdf: pip install 'counterclaim[pdf]'")
    found = _in_a_process(content, path, seconds)
    if "error" in found:
        raise DocumentError(path, found["error"])
    text = "\n\n".join(filter(None, (paragraphs(page) for page in found["pages"])))
    if not text.strip():
        raise DocumentError(path, "it holds no text, perhaps pictures of pages; run it through OCR first")
    return text, told_at_the_top(text).or_else(Told(title=found["title"]))


def _in_a_process(content: bytes, path: str, seconds: float) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "claims.documents.pdf_process", str(seconds)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, env=environment, timeout=2 * seconds + 10)
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        reason = "it asks for too much time or memory, as damaged files do; save the text of it and give that"
        raise DocumentError(path, f"{reason}") from None
    return found


def paragraphs(page: str) -> str:
    """The lines of a page joined to paragraphs, and words that were parted at the end of a line made whole."""
    lines = [line.strip() for line in page.splitlines()]
    widest = max(map(len, lines), default=0)
    found: list[str] = []
    ended = True
    for line, after in pairwise([*lines, ""]):
        if not line or ended or not found:
            found += [line] if line else []
        else:
            found[-1] = _joined(found[-1], line)
        ended = not line or _ends_paragraph(line, after, widest)
    return "\n".join(found)


def _ends_paragraph(line: str, after: str, widest: int) -> bool:
    if len(line) < _SHORT * widest and _SENTENCE_END.search(line):
        return True
    return len(line) < _HEADING * widest and after[:1].isupper() and not line.endswith((",", "-"))


def _joined(before: str, line: str) -> str:
    """Two lines as one; the hyphen that parts a word goes, that of a compound such as "cross-border" stays."""
    parted = re.search(r"(\w+)[-\u00ad\u2010]$", before)
    if parted is None or not line[:1].islower() or parted[1].isdecimal():
        return f"{before} {line}"
    return before + line if parted[1].casefold() in _firsts() else before[:-1] + line


@cache
def _firsts() -> frozenset[str]:
    return frozenset(data("claims", "documents.yaml")["compounds"])
