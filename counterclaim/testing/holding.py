"""Whether what is expected of a result holds. Each function gives an empty text, or what is there instead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from counterclaim.testing.amounts import Amount
from counterclaim.testing.conflicts import Sought, in_dispute, names_all, opposes, parties
from counterclaim.testing.telling import cut, evidence, listed, message, nearest
from reconcile.result import Result
from reports.words import counted, joined, rejected_line, unread_rows


def conflict(result: Result, names: Sequence[str], wanted: Sought) -> str:
    """Whether a finding of the wanted kind sets all the parties against each other."""
    those = parties(result, names)
    if any(opposes(f, those) for f in wanted.among(result)):
        return ""
    return _missing(result, names, those, wanted)


def finding(result: Result, names: Sequence[str], wanted: Sought) -> str:
    """Whether a finding of the wanted kind names all the parties."""
    those = parties(result, names)
    if any(names_all(f, those) for f in wanted.among(result)):
        return ""
    return _missing(result, names, those, wanted)


def _missing(result: Result, names: Sequence[str], those: Sequence[frozenset[str]], wanted: Sought) -> str:
    told = [f"no {wanted} {'between' if len(names) > 1 else 'of'} {_quoted(names)}", *nearest(result, those, wanted)]
    return message(*told, *(evidence(result, *those[:2]) if len(those) > 1 else ()))


def no_conflict(result: Result, names: Sequence[str], wanted: Sought) -> str:
    """Whether no finding of the wanted kind sets any two of the parties against each other; no names: anybody."""
    found = list(in_dispute(result, names, wanted)) if names else wanted.among(result)
    if not found:
        return ""
    among = f" between {_quoted(names)}" if names else ""
    return message(f"{counted(len(found), 'finding')}{among} where none was expected:", *listed(found, result))


def same_event(result: Result, names: Sequence[str]) -> str:
    """Whether one event holds a claim of each party."""
    those = parties(result, names)
    if any(all(each & set(event.claims) for each in those) for event in result.events):
        return ""
    # Any two of them may meet in some event, though no event holds them all.
    one, two = next((pair for pair in combinations(those, 2) if not _meet(result, *pair)), (those[0], those[1]))
    return message(f"no event holds claims of {_quoted(names)}", *evidence(result, one, two))


def distinct_events(result: Result, names: Sequence[str]) -> str:
    """Whether no event holds claims of any two of the parties."""
    for (name, one), (other, two) in combinations(zip(names, parties(result, names), strict=True), 2):
        event = next((e for e in result.events if one & set(e.claims) and two & set(e.claims)), None)
        if event is not None:
            held = set(event.claims)
            told = f"{_quoted((name, other))} are in one event: {event.label} ({event.id})"
            return message(cut(told), *evidence(result, one & held, two & held))
    return ""


def _meet(result: Result, one: frozenset[str], two: frozenset[str]) -> bool:
    return any(one & set(event.claims) and two & set(event.claims) for event in result.events)


def number(result: Result, names: Sequence[str], wanted: Sought, amount: Amount) -> str:
    """Whether as many findings as expected are of the wanted kind and name all the parties."""
    those = parties(result, names)
    found = [f for f in wanted.among(result) if names_all(f, those)]
    if amount.fits(len(found)):
        return ""
    told = f"{counted(len(found), 'finding')} instead of {amount}, each a {wanted}"
    return message(told, *listed(found, result))


def rejected_rows(result: Result, amount: Amount) -> str:
    """Whether as many rows as expected could not be read."""
    bad, rows = result.rejected, unread_rows(result)
    if amount.fits(rows):
        return ""
    told = f"{counted(rows, 'row')} could not be read instead of {amount}"
    return message(told, *(cut(rejected_line(row)) for row in bad[:5]))


def _quoted(names: Sequence[str]) -> str:
    return joined(f"“{cut(name)}”" for name in names)
