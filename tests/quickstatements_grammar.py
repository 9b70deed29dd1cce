"""The grammar of QuickStatements, version 1, as strict as both parsers in use take it together.

After ``Help:QuickStatements`` on Wikidata, ``qs_parser.rs`` of github.com/magnusmanske/quickstatements_rs and the
parsers of github.com/WikiMovimentoBrasil/quickstatements3. A command is split before quotes are looked at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_VALUES = {
    "special": re.compile("somevalue|novalue"),
    "entity": re.compile(r"[QPLM]\d+"),
    "quantity": re.compile(rf"{_NUMBER}(?:\[{_NUMBER},{_NUMBER}\]|~{_NUMBER})?(?:U\d+)?"),
    "time": re.compile(r"[+-]\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/(?:9|10|11)"),
    "monolingual": re.compile(r'[a-z]{2,3}(?:-[a-z]+)*:"[^"]+"'),
    "string": re.compile(r'"[^"]+"'),
}
_COMMENT = re.compile(r"(.*?)\s*/\*\s*(.*?)\s*\*/\s*", re.DOTALL)
_TYPES = {
    "P1120": "quantity", "P1339": "quantity", "P1446": "quantity", "P585": "time", "P580": "time", "P582": "time",
    "P1932": "string", "P1480": "entity", "P1310": "special", "P854": "string", "P1065": "string", "P577": "time",
    "P813": "time", "P1476": "monolingual",
}  # fmt: skip
"""The type of value that each property takes; ``special`` where no item is known and somevalue stands for it."""


class Command(NamedTuple):
    """A command that both tools understand; qualifiers and references by property."""

    action: str
    key: str = ""
    value: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    comment: str = ""


def commands(text: str) -> list[Command]:
    """Every command of a batch; raises ValueError for one that a tool would refuse or read otherwise."""
    if "\t" in text or "||" in text or not (text.endswith("\n") or text == ""):
        raise ValueError("a command is split in two")
    return [_command(line) for line in text.split("\n")[:-1]]


def _command(line: str) -> Command:
    found = _COMMENT.fullmatch(line)
    line, comment = (found[1], found[2]) if found else (line, "")
    if "/*" in line + comment or "*/" in line + comment:
        raise ValueError(f"a comment inside a command: {line!r}")
    cells = line.split("|")
    if cells == ["CREATE"]:
        return Command("CREATE", comment=comment)
    if cells[0] != "LAST" or len(cells) < 3 or len(cells) % 2 == 0:
        raise ValueError(f"no command: {line!r}")
    _, key, value, *rest = cells
    if re.fullmatch(r"[LD][a-z]{2,3}(?:-[a-z]+)*", key):
        if rest or type_of(value) != "string" or len(value) > 252:
            raise ValueError(f"no label or description: {line!r}")
        return Command("text", key, value[1:-1], comment=comment)
    _check(key, value)
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    for name, given in pairs:
        _check(name, given)
    sources = [n for n, (name, _) in enumerate(pairs) if name[0] == "S"]
    if sources and any(name[0] == "P" for name, _ in pairs[sources[0] :]):
        raise ValueError(f"a qualifier after a reference: {line!r}")
    parts = [tuple(pair for pair in pairs if pair[0][0] == kind) for kind in "PS"]
    return Command("statement", key, value, parts[0], parts[1], comment)


def _check(name: str, value: str) -> None:
    """A property that exists, with a value of its type."""
    if not re.fullmatch(r"[PS]\d+", name) or _TYPES.get("P" + name[1:]) != type_of(value):
        raise ValueError(f"no value for {name}: {value!r}")
    bounds = re.fullmatch(r"(\d+)\[(\d+),(\d+)\]", value)
    if bounds and not int(bounds[2]) <= int(bounds[1]) <= int(bounds[3]):
        raise ValueError(f"the amount lies outside its bounds: {value!r}")


def type_of(value: str) -> str:
    """The type that a value is written as; raises ValueError for none."""
    for name, pattern in _VALUES.items():
        if pattern.fullmatch(value):
            return name
    raise ValueError(f"no value: {value!r}")
