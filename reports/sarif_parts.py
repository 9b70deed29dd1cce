"""The small objects of a SARIF log: messages, places, files and rules, each with its texts made inert."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claims.lexicon import data
from reconcile.result import Input
from reports.escape import visible
from reports.spots import Spot

Part = dict[str, Any]


def message(text: str) -> Part:
    """A plain text message (3.11.3): braces are doubled, and nothing in it is a link (3.11.5, 3.11.6)."""
    return {"text": visible(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def located(spot: Spot | None, words: str = "") -> Part:
    """A place with what was said there; without a file, only the words."""
    found: Part = {}
    if spot is not None:
        found["physicalLocation"] = {"artifactLocation": address(spot.path)}
        if spot.line is not None:
            found["physicalLocation"]["region"] = {"startLine": spot.line}
        if spot.sheet:
            found["logicalLocations"] = [{"name": visible(spot.sheet)}]
    return {**found, "message": message(words)} if words else found


def address(path: str) -> Part:
    """A file as a URI reference (3.4.3): a relative one stays relative, to the folder that the reader calls root."""
    escaped = quote(PurePath(path).as_posix(), errors="backslashreplace")
    if PurePath(path).is_absolute():
        return {"uri": f"file:///{escaped.lstrip('/')}"}
    return {"uri": escaped, "uriBaseId": "%SRCROOT%"}


def artifact(read: Input) -> Part:
    """A file that was read, with the hash of its bytes."""
    return {"location": address(read.path), "hashes": {"sha-256": visible(read.sha256)}, "roles": ["analysisTarget"]}


def rule(name: str) -> Part:
    """A rule with its help, and its place on the page of rules where the shipped table says that one is published."""
    table = data("reports", "rules.yaml")
    known, page = table["rules"].get(name), table["page"]
    found: Part = {"id": message(name)["text"]}
    if known is None:
        return found
    found |= {"name": known["name"], "shortDescription": message(known["name"]), "help": message(known["help"])}
    found["fullDescription"] = message(known["help"])
    return {**found, "helpUri": f"{page}#{name}"} if page else found
