"""Wikitext made into lines of plain words, with the references of each line.

``strip_code`` of mwparserfromhell leaves out what list templates hold and joins lines parted by ``<br>``; here both
become lines. A template that is not known stays in the line as it was written, so that the line is reported and not
read without it. Templates are known from ``infoboxes.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lexicon import data

_REF = re.compile(r"\x02(\d+)\x03")
_BULLET = re.compile(r"^[\s*#:;•·–—-]+(?=\D)|^[*#:;•·]+\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a field as it is shown, and the ``<ref>`` tags on it, as nodes of the parser."""

    text: str
    refs: tuple[Any, ...]


def lines(value: Any) -> list[Line]:
    """The lines of a field's value that say something."""
    refs: list[Any] = []
    shown = _flat(value.nodes, refs)
    found = []
    for part in shown.split("\n"):
        text = " ".join(_BULLET.sub("", _REF.sub(" ", part.replace("\xa0", " "))).split())
        on_it = tuple(refs[int(number)] for number in _REF.findall(part))
        if text:
            found.append(Line(text, on_it))
        elif on_it and found:
            found[-1] = Line(found[-1].text, found[-1].refs + on_it)
    return found


def plain(value: Any) -> str:
    """A value as it is shown, on one line."""
    return "; ".join(line.text for line in lines(value))


def name_of(template: Any) -> str:
    """A template's name, folded as MediaWiki does: case of the first letter, underscores and spaces aside."""
    return " ".join(str(template.name).replace("_", " ").split()).casefold()


def _flat(nodes: list[Any], refs: list[Any]) -> str:
    return "".join(_shown(node, refs) for node in nodes)


def _shown(node: Any, refs: list[Any]) -> str:
    from mwparserfromhell import nodes

    if isinstance(node, nodes.Text):
        return str(node.value)
    if isinstance(node, nodes.Tag):
        return _tag(node, refs)
    if isinstance(node, nodes.Template):
        return _template(node, refs)
    if isinstance(node, nodes.Wikilink):
        return _link(node, refs)
    if isinstance(node, nodes.HTMLEntity):
        return str(node.normalize())
    if isinstance(node, nodes.ExternalLink):
        return _flat(node.title.nodes, refs) if node.title else ""
    return "" if isinstance(node, nodes.Comment) else str(node)


def _tag(tag: Any, refs: list[Any]) -> str:
    name = str(tag.tag).strip().casefold()
    if name == "ref":
        refs.append(tag)
        return f"\x02{len(refs) - 1}\x03"
    if name in ("br", "hr") or tag.wiki_markup in ("*", "#", ":", ";"):
        return "\n"
    inside = _flat(tag.contents.nodes, refs) if tag.contents else ""
    return f"\n{inside}\n" if name in ("li", "p", "div", "ul", "ol") else inside


def _link(link: Any, refs: list[Any]) -> str:
    if str(link.title).strip().casefold().startswith(("file:", "image:", "category:")):
        return ""
    return _flat(link.text.nodes, refs) if link.text else str(link.title).split("#")[0]


def _template(template: Any, refs: list[Any]) -> str:
    name, unnamed = name_of(template), [p.value for p in template.params if not p.showkey]
    if name in _names("lists"):
        return "\n" + "\n".join(_flat(value.nodes, refs) for value in unnamed) + "\n"
    if name in _names("wrappers") or name in _names("numbers"):
        return _flat(unnamed[0].nodes, refs) if unnamed else ""
    if name in _names("break"):
        return "\n"
    if name in _names("dates"):
        return "-".join(f"{int(part):02}" for part in _numbers(unnamed)[:3])
    return "" if name in _names("silent") else str(template)


def _numbers(values: list[Any]) -> list[str]:
    return [text for value in values if (text := str(value).strip()).isdecimal()]


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(data("claims", "importers/infoboxes.yaml")[key])
