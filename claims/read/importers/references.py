"""What a reference in wikitext says about its source: the outlet, the address, the archive, the dates."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from claims.dates import DateError, read_moment
from claims.lexicon import data
from claims.read.importers.wikicode import name_of, plain
from claims.read.importers.written_dates import edtf_of


class References:
    """The references of an article, those of one name being one: ``<ref name="x"/>`` repeats the one with contents."""

    def __init__(self, code: Any) -> None:
        self._named: dict[str, Any] = {}
        for tag in code.filter_tags(matches=lambda node: str(node.tag).strip().casefold() == "ref"):
            if (name := _name(tag)) and tag.contents and str(tag.contents).strip():
                self._named.setdefault(name, tag)

    def source(self, tag: Any) -> dict[str, str]:
        """The provenance that a reference gives, as columns of the claim format; empty when it gives no outlet."""
        whole = tag if tag.contents and str(tag.contents).strip() else self._named.get(_name(tag), tag)
        contents = whole.contents
        if not contents:
            return {}
        for template in contents.filter_templates():
            if name_of(template).split(" ")[0] in data("claims", "importers/infoboxes.yaml")["citations"]:
                return _cited(template)
        link = next(iter(contents.filter_external_links()), None)
        return _with_outlet({"url": str(link.url), "title": plain(contents)}) if link else {}


def _name(tag: Any) -> str:
    return str(tag.get("name").value).strip(" \"'") if tag.has("name") and tag.get("name").value else ""


def _cited(template: Any) -> dict[str, str]:
    fields: dict[str, list[str]] = data("claims", "importers/infoboxes.yaml")["citation"]
    found = {}
    for column, names in fields.items():
        shown = _address if column.endswith("url") else plain
        value = next((text for name in names if template.has(name) and (text := shown(template.get(name).value))), "")
        if value and column in ("published", "accessed"):
            value = _moment(value)
        if value:
            found[column] = value
    if found.get("relayed_from") == found.get("source"):
        found.pop("relayed_from", None)
    return _with_outlet(found)


def _address(value: Any) -> str:
    return "".join(str(node) for node in value.nodes if not str(node).startswith("<!--")).strip()


def _moment(text: str) -> str:
    """A date of a citation, or nothing where it cannot be read: a source without a date is still a source."""
    try:
        read_moment(found := edtf_of(text))
    except DateError:
        return ""
    return found


def _with_outlet(found: dict[str, str]) -> dict[str, str]:
    """With the host of the address as the outlet where the reference names none."""
    if not found.get("source"):
        try:
            host = urlsplit(found.get("url", "")).hostname or ""
        except ValueError:
            host = ""
        found["source"] = host.removeprefix("www.") or found.get("title", "")
    return found if found["source"] else {}
