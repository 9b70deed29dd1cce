"""The conversations behind the keys e, w and r: fields changed one at a time, a claim written, a repeat linked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from claims.read.result import Rejected
from claims.review.decisions import ReviewError
from claims.review.desk import Desk
from claims.review.editing import EditError, change, columns_for
from claims.review.rows import changed
from counterclaim.review_keys import Keys
from reports.escape import visible
from reports.review_item import alternatives, statement_of

Say = Callable[[str], None]

_FIELD = "field to change (number or name; Enter: done; . : give up)> "
_VALUE = "new value (- : empty; Enter: leave it)> "
_VALUE_OR = "new value (=1: the first of these; - : empty; Enter: leave it)> "
_MOST_OFFERED = 9
_KINDS = ("casualty", "responsibility", "characterization")


def edited_columns(desk: Desk, name: str, keys: Keys, say: Say) -> bool:
    """Ask for changes to a draft until it is a claim; whether it was accepted with them."""
    return _asked(dict(desk.row[name]), {}, keys, say, lambda columns: desk.edit(name, columns))


def written_columns(desk: Desk, name: str, keys: Keys, say: Say) -> bool:
    """Ask for the columns of a new claim from the sentence of a draft; whether one was written."""
    say("a claim is casualty, responsibility or characterization")
    said = keys.line("kind (c, r or h; Enter: give up)> ")
    kind = {"c": "casualty", "r": "responsibility", "h": "characterization"}.get(said or "", said or "")
    if kind not in _KINDS:
        if said:
            say(f"{said!r} is none of these; nothing was written")
        return False
    start = {"kind": kind, "claimant": str(desk.row[name].get("source") or "")}
    return _asked(desk.sketch(name, start), start, keys, say, lambda columns: desk.write(name, columns))


def _asked(
    row: dict[str, Any],
    columns: dict[str, str],
    keys: Keys,
    say: Say,
    save: Callable[[Mapping[str, str]], list[Rejected]],
) -> bool:
    """Take changes until they are saved or given up; changes that are refused are told and can be mended."""
    names = columns_for(str(row.get("kind")))
    _offer(names, row, say)
    while True:
        said = keys.line(_FIELD)
        if said is None or said == ".":
            say("given up; nothing was changed")
            return False
        if not said:
            if not columns:
                say("nothing was changed")
                return False
            refused = save(columns)
            for one in refused:
                say(f"not yet a claim: {one.column}: {one.reason}")
            if not refused:
                return True
            continue
        made = _changed_column(_named(said, names), row, keys, say)
        columns |= made
        row = changed(row, made)


def _offer(names: tuple[str, ...], row: Mapping[str, Any], say: Say) -> None:
    for number, name in enumerate(names, 1):
        value = row.get(name)
        say(f"{number:>2} {name}: {'' if value is None else value}")


def _named(said: str, names: tuple[str, ...]) -> str:
    """The column that a number or a name stands for."""
    if said.isdecimal() and 1 <= int(said) <= len(names):
        return names[int(said) - 1]
    return "_".join(said.casefold().split())


def _changed_column(column: str, row: Mapping[str, Any], keys: Keys, say: Say) -> dict[str, str]:
    """Ask for one column; what setting it sets, nothing where it is left."""
    try:
        change(row, column, str(row.get(column) or "") if column == "quote" else "")
    except EditError as error:
        say(str(error))
        return {}
    value = row.get(column)
    others = alternatives(row, column)
    say(f"{column} is {'empty' if value in (None, '') else value}")
    for number, other in enumerate(others, 1):
        say(f"   ={number} {other}")
    said = keys.line(_VALUE_OR if others else _VALUE)
    if not said:
        return {}
    try:
        return change(row, column, _meant(said, others))
    except EditError as error:
        say(str(error))
        return {}


def _meant(said: str, others: list[str]) -> str:
    if said == "-":
        return ""
    if said[0] == "=" and said[1:].isdecimal():
        if 1 <= int(said[1:]) <= len(others):
            return others[int(said[1:]) - 1]
        raise EditError(f"there is no {said}; give one of those shown, or the words")
    return said


def repeated_draft(desk: Desk, name: str, keys: Keys, say: Say) -> bool:
    """Ask which draft this one repeats, the likeliest first; whether it was linked."""
    row = desk.row[name]
    if row.get("kind") == "look_here":
        say("this is a sentence to look at and no claim; d says that nothing is to be taken from it")
        return False
    offered = _likely(desk, name)
    for number, other in enumerate(offered, 1):
        say(f"{number:>2} {statement_of(desk.row[other])} [{other}]")
    said = keys.line("it repeats (number or id; Enter: give up)> ")
    if not said:
        return False
    other = offered[int(said) - 1] if said.isdecimal() and 1 <= int(said) <= len(offered) else said
    try:
        desk.repeats(name, other)
    except ReviewError as error:
        say(visible(str(error)))
        return False
    return True


def _likely(desk: Desk, name: str) -> list[str]:
    """Drafts of the kind that stand before this one and were not dropped: those most alike first."""
    row, names = desk.row[name], [*desk.row]
    before = names[: names.index(name)]
    fitting = [
        n for n in before if desk.row[n].get("kind") == row.get("kind") and desk.row[n].get("status") != "dropped"
    ]

    def unlike(other: str) -> tuple[int, int]:
        same = sum(
            row.get(field) not in (None, "") and desk.row[other].get(field) == row.get(field)
            for field in ("measure", "low", "high", "quantity", "victims", "stance", "accused", "claimant", "date")
        )
        return -same, -before.index(other)

    return sorted(fitting, key=unlike)[:_MOST_OFFERED]
