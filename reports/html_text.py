"""Texts in HTML whose reading direction holds: a word of one direction must not turn round what stands beside it."""

from __future__ import annotations

from markupsafe import Markup, escape

from reports.escape import left_to_right, right_to_left, right_to_left_runs


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
