"""A draft as one row of a file: as extraction proposed it, with columns changed, kept, or written by a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.review.checking import COLUMNS
from claims.review.decisions import Decision

Row = dict[str, Any]

AGAIN, GONE, WRITTEN, VOID = "read otherwise now", "not proposed now", "written by a person", "repeats what was dropped"
_OURS = frozenset({AGAIN, GONE, VOID})
_ABOUT_THE_SOURCE = frozenset(
    {
        "id", "source", "source_type", "title", "url", "archived_url", "published", "accessed", "language", "document",
        "quote", "quote_start", "quote_end",
    }
)  # fmt: skip
_SAID = tuple(name for name in COLUMNS if name not in _ABOUT_THE_SOURCE)
_WHOLE_NUMBERS = frozenset({"low", "high", "best", "quote_start", "quote_end"})
_OFFSETS = ("quote_start", "quote_end")
_ASSUMED = frozenset({"default", "metadata"})


def proposed(row: Mapping[str, Any], undecided: bool) -> Row:
    """A row without what earlier decisions made of it; ``undecided`` takes its status back as well."""
    found = {name: value for name, value in row.items() if name != "same_as"}
    provenance = dict(provenance_of(row))
    for name, told in provenance_of(row).items():
        if isinstance(told.get("proposed"), dict):
            before = dict(told["proposed"])
            _put(found, name, before.pop("value", None))
            provenance.pop(name)
            if before:
                provenance[name] = before
    if "provenance" in found:
        found["provenance"] = provenance
    if "flags" in found:
        found["flags"] = [flag for flag in found["flags"] if flag not in _OURS]
    return {**found, "status": "draft"} if undecided else found


def changed(row: Mapping[str, Any], columns: Mapping[str, str]) -> Row:
    """A row with columns set anew; its provenance keeps what extraction proposed for them."""
    found, provenance = dict(row), dict(provenance_of(row))
    for name, value in columns.items():
        before = provenance.get(name, {})
        was = before.get("proposed", {"value": row.get(name), **before})
        provenance[name] = {"source": "reviewer", "proposed": was}
        _put(found, name, typed(name, value))
    return {**found, "provenance": provenance}


def differences(row: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, str]:
    """The columns of the format in which a row says something else than another, with what it says."""
    return {name: _text(row.get(name)) for name in COLUMNS if _text(row.get(name)) != _text(other.get(name))}


def otherwise(row: Mapping[str, Any], saw: Mapping[str, Any]) -> Row:
    """The columns, with their provenance, that a person saw otherwise than extraction reads them now.

    What is known of the source counts as it is now, and so does what nobody read in the text.
    """
    now, then = provenance_of(row), provenance_of(saw)
    differ = [name for name in _SAID if _text(row.get(name)) != _text(saw.get(name))]
    differ = [n for n in differ if not _ASSUMED.issuperset((_source(now, n), _source(then, n)))]
    if not differ:
        return {}
    told = dict(now)
    for name in differ:
        before = {"value": row.get(name), **now.get(name, {})}
        told[name] = _without_place(then.get(name, {})) | {"proposed": before}
    return {**{name: saw.get(name) for name in differ}, "provenance": told}


def moved(columns: Mapping[str, str], row: Mapping[str, Any], saw: Mapping[str, Any]) -> dict[str, str]:
    """Columns as a person set them, with the offsets of a chosen quote as they are where the article changed."""
    now, then = row.get("quote_start"), saw.get("quote_start")
    if not isinstance(now, int) or not isinstance(then, int):
        return {name: value for name, value in columns.items() if name not in _OFFSETS}
    shifted = {name: str(int(columns[name]) + now - then) for name in _OFFSETS if columns.get(name, "").isdecimal()}
    return {**columns, **shifted}


def kept_row(decision: Decision) -> Row:
    """A claim that a person kept and that extraction does not propose any more, as it was then."""
    told = {name: _without_place(one) for name, one in provenance_of(decision.saw).items()}
    return flagged(
        {**without_offsets(decision.saw), "id": decision.claims[0], "provenance": told, "review": "kept"}, GONE
    )


def written_row(decision: Decision, parent: Mapping[str, Any]) -> Row:
    """A claim that a person wrote from a draft or a sentence; where it is from is its parent's."""
    about = of_the_sentence(parent)
    set_ = moved(decision.set, parent, decision.saw)
    said = {name: typed(name, value) for name, value in set_.items() if value != ""}
    told = {name: {"source": "reviewer"} for name in said if name in _SAID}
    row = {**about, **said, "id": decision.written_id, "provenance": told, "flags": [WRITTEN]}
    return {**row, "status": "accepted", "review": "written"}


def of_the_sentence(parent: Mapping[str, Any]) -> Row:
    """What is known of a sentence, from a draft found in it: the source, and the sentence itself as the quote."""
    found = {n: parent[n] for n in (*sorted(_ABOUT_THE_SOURCE), "sentence") if parent.get(n) not in (None, "")}
    quote, sentence, start = str(found.get("quote", "")), str(found.get("sentence", "")), found.get("quote_start")
    if quote and quote in sentence:
        found["quote"] = sentence
        if isinstance(start, int):
            first = start - sentence.index(quote)
            found |= {"quote_start": first, "quote_end": first + len(sentence)}
    return found


def without_offsets(row: Mapping[str, Any]) -> Row:
    """A row that does not say where its quote is, for want of a text to look it up in."""
    return {name: value for name, value in row.items() if name not in _OFFSETS}


def flagged(row: Mapping[str, Any], flag: str) -> Row:
    """A row with one more flag."""
    flags = row.get("flags")
    return {**row, "flags": [*(f for f in flags if f != flag), flag] if isinstance(flags, list) else [flag]}


def typed(name: str, value: str) -> Any:
    """A column's text as a file of drafts holds it: whole numbers as numbers."""
    return int(value) if name in _WHOLE_NUMBERS and value.isascii() and value.isdecimal() else value


def provenance_of(row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Where each field came from; only what can be one is taken, since files of drafts come from anybody."""
    found = row.get("provenance")
    return {k: v for k, v in found.items() if isinstance(v, dict)} if isinstance(found, dict) else {}


def _put(row: Row, name: str, value: Any) -> None:
    if value in (None, "") and name not in ("low", "high"):
        row.pop(name, None)
    else:
        row[name] = None if value == "" else value


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _source(provenance: Mapping[str, Mapping[str, Any]], name: str) -> str:
    return str(provenance.get(name, {}).get("source", ""))


def _without_place(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key not in ("start", "end")}
