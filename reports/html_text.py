"""Texts in HTML with their language and a reading direction that holds: none turns round what stands beside it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from reports.escape import left_to_right, right_to_left, right_to_left_runs

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def words_of_others(text: str) -> Markup:
    """A visible text as somebody wrote it, escaped: its first letter tells its direction, its neighbours do not."""
    return Markup("<bdi>{}</bdi>").format(text)


def sentence(text: str) -> Markup:
    """A visible sentence of ours that may hold names and words of others, escaped.

    It runs from left to right even where it begins with a name that does not, and each such name is set apart:
    otherwise a browser takes the direction of the whole from that name (HTML, ``dir=auto``) and turns it round.
    """
    if not right_to_left(text) or not left_to_right(text):
        return words_of_others(text)
    parts, last = [], 0
    for start, end in right_to_left_runs(text):
        parts += [escape(text[last:start]), words_of_others(text[start:end])]
        last = end
    return Markup('<bdi dir="ltr">{}</bdi>').format(Markup("").join([*parts, escape(text[last:])]))


def language_tag(said: str) -> str:
    """A language as HTML takes it (BCP 47), ``pt-BR`` for ``pt_BR``; empty for any other text."""
    tag = said.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""
