"""How often extraction was right, as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.review.decisions import Decision
from claims.review.tally import FieldTally, Tally, by_field, by_rule, disagreements, judged
from reports.escape import visible
from reports.layout import table, wrap
from reports.words import counted

_RULES = ("found by", "all", "as read", "repeats", "edited", "dropped", "right (95 %)")
_FIELDS = ("field", "came from", "kept", "as read", "right (95 %)")
_BY_SOURCE = "Fields by where their values came from, in drafts that were kept:"
_BY_RULE = "Fields by rule, in drafts that were kept:"
_METHOD = (
    "A draft is right when it was accepted as it was read, or says again what another says; the interval behind each "
    "share is Wilson's, for 95 %."
)


def stats_lines(files: Sequence[Sequence[Decision]], drafts: int, width: int) -> Iterator[str]:
    """The lines of the statistics of the decisions of several files; ``drafts`` is how many drafts there are in all."""
    told = [one for decisions in files for one in judged(decisions)]
    yield from wrap(f"{counted(len(told), 'draft')} decided of {drafts}. {_METHOD}", width)
    if told:
        yield ""
        yield from table(_RULES, [_rule(name, one) for name, one in by_rule(told).items()], width)
        yield from _fields(_BY_SOURCE, by_field(told, "source"), width)
        yield from _fields(_BY_RULE, by_field(told, "rule"), width)
    if different := [one for decisions in files for one in disagreements(decisions)]:
        yield ""
        yield from wrap("Decided otherwise by two people; what the last line of the file says holds:", width)
        for draft, before, last in different:
            yield from wrap(f"{visible(draft)}: {_person(before)}, then {_person(last)}", width, "- ")


def _person(name: str) -> str:
    return visible(name) or "somebody"


def _rule(name: str, one: Tally) -> list[str]:
    ordered = sorted(one.edited_in.items(), key=lambda edit: (-edit[1], edit[0]))
    edits = ", ".join(f"{visible(column)} {n}" for column, n in ordered)
    edited = f"{one.edited}: {edits}" if edits else str(one.edited)
    counts = (str(one.decided), str(one.as_read), str(one.repeats), edited, str(one.dropped))
    return [visible(name), *counts, _share(one.right, one.decided, one.interval)]


def _fields(title: str, found: Mapping[tuple[str, str], FieldTally], width: int) -> Iterator[str]:
    if found:
        yield ""
        yield from wrap(title, width)
        yield ""
        yield from table(_FIELDS, [[*map(visible, names), *_kept(one)] for names, one in found.items()], width)


def _kept(one: FieldTally) -> list[str]:
    return [str(one.kept), str(one.right), _share(one.right, one.kept, one.interval)]


def _share(right: int, of: int, interval: tuple[float, float]) -> str:
    return f"{right / of:.2f} ({interval[0]:.2f}–{interval[1]:.2f})" if of else "–"
