"""Each kind of escaping, once: what a claim's text has to lose before it may stand in a report.

Texts of claims come from anybody. They must not move the cursor of a terminal, turn the reading direction of a line,
become a formula in a spreadsheet, or mention people on a code-hosting site.
"""

from __future__ import annotations

import re
import unicodedata

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
_OVERRIDES = "\u202d\u202e"
_JOINERS = "\u200c\u200d"
_KEPT_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_KEPT_SPACES = "\u00a0\u202f"  # between the digits of a figure: no line may end there
_PLAIN = re.compile(r"[ -~]*")
_SPACES = re.compile(r" {2,}")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()|~$!]")
_LINE_START = re.compile(r"^(\d+(?=\.)|)([#+\-=:.])")
_LINKS = re.compile(
    r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-\d)|(?<=:)(?=[a-z+-][\w+-]*:)", re.IGNORECASE
)
_NOTE = re.compile(r"(?<==)=|(?<=%)%|\^")
_BREAK = "&#8203;"
_ORDERS = re.compile(r"\s*(?:::|##(?:\[|vso\[))")


def visible(text: str) -> str:
    """A text on one line with nothing that acts on the reader's screen.

    Line breaks and tabs become spaces. Other control characters and direction overrides are shown (``␛``,
    ``[U+202E]``), half surrogates as ``\\udc80``; characters that only hide or steer (zero-width, bidi marks, tags)
    are removed. Joiners stay where a script needs them, and no-break spaces inside figures stay.
    """
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text.strip(" ")
    kept = [_shown(c, text[n - 1] if n else "") for n, c in enumerate(text)]
    return _SPACES.sub(" ", "".join(kept)).strip(" ")


def visible_lines(text: str) -> str:
    """As ``visible``, for a form that is read again: lines and runs of spaces stay, all else that acts is gone."""
    if _PLAIN.fullmatch(text):
        return text
    lines = ("".join(_shown(c, line[n - 1] if n else "") for n, c in enumerate(line)) for line in text.splitlines())
    return "\n".join(lines)


def _shown(char: str, before: str) -> str:
    if " " <= char <= "~":
        return char
    kind = unicodedata.category(char)
    if kind == "Cc":
        return _control(char)
    if kind == "Cf":
        return _format(char, before)
    if kind == "Cs":
        return f"\\u{ord(char):04x}"
    if kind in ("Zs", "Zl", "Zp"):
        return char if char in _KEPT_SPACES else " "
    return "\ufffd" if _is_no_character(ord(char)) else char


def _control(char: str) -> str:
    if char in "\t\n\r\x0b\x0c\x85":
        return " "
    if char == "\x7f":
        return "␡"
    return chr(0x2400 + ord(char)) if char < " " else f"[U+{ord(char):04X}]"


def _format(char: str, before: str) -> str:
    if char in _OVERRIDES:
        return f"[U+{ord(char):04X}]"
    if char in _JOINERS and before > "\u0590" and unicodedata.category(before)[0] in "LMS":
        return char
    return char if char in _KEPT_FORMATS else ""


def _is_no_character(point: int) -> bool:
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def log_line(line: str) -> str:
    """A line of the terminal report as a build log may hold it: one that a build server would run is only shown.

    GitHub's and Azure's runners act on lines that begin with ``::`` or ``##[`` after blanks; an invisible word joiner
    before them keeps the words as they are and the line from being an order.
    """
    if not _ORDERS.match(line):
        return line
    words = line.lstrip()
    return f"{line[: len(line) - len(words)]}\u2060{words}"


def right_to_left(text: str) -> bool:
    """Whether some of the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def left_to_right(text: str) -> bool:
    """Whether some of the text runs from left to right."""
    return any(unicodedata.bidirectional(c) == "L" for c in text)


def isolated(text: str) -> str:
    """The visible text with its right-to-left runs inside direction isolates, so that their neighbours stay put."""
    clean = visible(text)
    if not right_to_left(clean):
        return clean
    if not left_to_right(clean):
        return f"{ISOLATE}{clean}{END_ISOLATE}"
    return _isolate_runs(clean)


def right_to_left_runs(text: str) -> list[tuple[int, int]]:
    """Where its right-to-left runs are: from the first to the last such character that nothing parts.

    What parts them is a left-to-right character, or the Latin semicolon that our sentences have between two speakers.
    A bracket that such a run opens and that closes right behind it belongs to it.
    """
    runs, start, end = [], -1, 0
    for n, char in enumerate(text):
        kind = unicodedata.bidirectional(char)
        if kind in _RIGHT_TO_LEFT or (kind == "NSM" and n == end):
            start, end = (n if start < 0 else start), n + 1
        elif start >= 0 and (kind == "L" or char == ";"):
            runs.append((start, _with_brackets(text, start, end)))
            start = -1
    return [*runs, (start, _with_brackets(text, start, end))] if start >= 0 else runs


def _with_brackets(text: str, start: int, end: int) -> int:
    opened = text.count("(", start, end) - text.count(")", start, end)
    while opened > 0 and text.startswith(")", end):
        opened, end = opened - 1, end + 1
    return end


def _isolate_runs(text: str) -> str:
    done, last = [], 0
    for start, end in right_to_left_runs(text):
        done += [text[last:start], ISOLATE, text[start:end], END_ISOLATE]
        last = end
    return "".join(done) + text[last:]


def inert_markdown(text: str) -> str:
    """The text as Markdown that shows exactly it: no markup, HTML, mention, issue link, address or formula."""
    clean = isolated(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    clean = _MARKDOWN.sub(r"\\\g<0>", clean)
    clean = _LINE_START.sub(r"\1\\\2", clean)
    return _LINKS.sub(_BREAK, clean)


def inert_note(text: str) -> str:
    """The text as Markdown of Obsidian that shows exactly it: no highlight, comment or name of a block either."""
    return _NOTE.sub(r"\\\g<0>", inert_markdown(text))


def inert_html(text: str) -> str:
    """The text inside an HTML tag of a Markdown document: no markup, mention, issue link or address."""
    clean = isolated(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _LINKS.sub(_BREAK, clean)


def inert_cell(text: str) -> str:
    """The text for a spreadsheet: visible characters only, and a leading apostrophe where it could be a formula."""
    return "'" + visible(text) if could_be_formula(text) else visible(text)


def could_be_formula(text: str) -> bool:
    """Whether a spreadsheet into which the text is typed, or read from CSV, might run it."""
    return text.startswith(_FORMULA) or visible(text).startswith(_FORMULA)


def anchor(name: str) -> str:
    """An id as the name of an anchor: letters, digits, ``-`` and ``_``; anything else becomes its code in hex."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda m: f"_{ord(m[0]):x}", name)
