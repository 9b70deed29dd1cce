"""A mapping as TOML (https://toml.io/en/v1.0.0); the standard library reads TOML and does not write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from claims.read.mapping import FileMap

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = (
    "# How counterclaim reads this table; made by `counterclaim map`, to be changed by hand as you like.\nversion = 1\n"
)


def mapping_toml(mapping: FileMap) -> str:
    """The text of a mapping file; reading it back gives the same mapping."""
    dates = f"dates = {_string(mapping.dates)}\n" if mapping.dates else ""
    return "\n".join([_HEAD + dates, *_sections(mapping)])


def _sections(mapping: FileMap) -> Iterator[str]:
    for name, table in (
        ("columns", mapping.columns),
        ("constants", mapping.constants),
        ("otherwise", mapping.otherwise),
    ):
        if table:
            yield _section(f"[{name}]", table)
    for count in mapping.counts:
        yield _section("[[counts]]", {"header": count.header, **count.said})


def _section(head: str, table: Mapping[str, str]) -> str:
    return "\n".join([head, *(f"{_key(key)} = {_string(value)}" for key, value in table.items()), ""])


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for the delete character and halves of surrogates."""
    clean = text.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
