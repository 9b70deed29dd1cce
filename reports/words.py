"""Shared phrasing of the reports: names of verdicts, bands and measures, numbers, dates, and what a claim says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from claims.lexicon import data
from claims.policy import policy_names
from reconcile.result import Finding, Link, ReadClaim, RejectedRow, Result
from reconcile.severity import band
from reports.escape import isolated

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def words() -> dict[str, Any]:
    """The shipped vocabulary of the reports; do not change what it returns."""
    found: dict[str, Any] = data("reports", "words.yaml")
    return found


@cache
def verdict_order() -> dict[str, int]:
    """The rank of each verdict in lists: contradictions first."""
    return {name: rank for rank, name in enumerate(words()["verdicts"])}


def number(value: int) -> str:
    """A whole number with separators: ``1,234``."""
    return f"{value:,}"


def counted(amount: int, singular: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number(amount)} {singular if amount == 1 else plural or singular + 's'}"


def span(low: int, high: int | None) -> str:
    """An interval: ``23``, ``5–6``, ``at least 58``."""
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def reach(low: int, high: int | None) -> str:
    """What a figure allows: ``23``, ``5–6``, ``58 or more``."""
    return f"{number(low)} or more" if high is None else span(low, high)


def joined(parts: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    *first, end = list(parts) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def day(edtf: str) -> str:
    """An EDTF date for reading: ``11 October 2025``, ``11–12 October 2025``; what is not simple stays as it is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(edtf)
    one, two = _single(first), _single(last)
    if first == last:
        return one
    if one == first or two == last:
        return edtf
    for common in (7, 4):
        if first[:common] == last[:common] and len(first) == len(last) > common and len(first) in (7, 10):
            return f"{one.rsplit(' ', 2 if common == 7 else 1)[0]}–{two}"
    return f"{one} – {two}"


def _single(edtf: str) -> str:
    found = _DATE.fullmatch(edtf)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return edtf
    month = _MONTHS[int(found[2]) - 1] if found[2] else ""
    parts = (str(int(found[3])) if found[3] else "", month, found[1])
    mark = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(found[4] or "", "")
    return mark + " ".join(p for p in parts if p)


def moment(published: str) -> str:
    """When something was published, to the day where the text begins with one."""
    found = re.match(r"\d{4}-\d{2}-\d{2}(?=T|\s|$)", published)
    return day(found[0]) if found else day(published)


def column(claim: ReadClaim, name: str) -> str:
    """A column of a claim as it came; empty when it is not there."""
    value = (claim.__pydantic_extra__ or {}).get(name)
    return "" if value is None else str(value)


def timestamp(claim: ReadClaim) -> str:
    """When a claim was published, as it came, with a blank before the time so that a line may end there."""
    return re.sub(r"(?<=\d)T(?=\d)", " ", column(claim, "published"))


def side(claim: ReadClaim) -> str:
    """The side a claimant speaks for, or that it is a third party, or that no side is known."""
    return claim.camp or str(words()["third_party" if claim.third_party else "no_side"])


def speaker(claim: ReadClaim) -> str:
    """The claimant with its side, where the claimant's name does not already say it."""
    return with_side(column(claim, "claimant"), side(claim))


def with_side(name: str, camp: str | None) -> str:
    """A name with the side behind it, where there is one and the name does not already say it."""
    return name if not camp or says_side(name, camp) else f"{name} ({camp})"


def says_side(name: str, camp: str) -> bool:
    """Whether a name holds that of a side as whole words."""
    return re.search(rf"(?<!\w){re.escape(camp)}(?!\w)", name, re.IGNORECASE) is not None


def alphabetical(name: str) -> tuple[str, str]:
    """The key by which names are put in order: whatever their case, and one order for those that differ in it alone."""
    return name.casefold(), name


def statement(claim: ReadClaim) -> str:
    """What a claim says, in its own words joined by the same few words for every claimant."""
    kind = column(claim, "kind")
    if kind == "responsibility":
        return _blame(claim)
    if kind == "characterization":
        return f"called {column(claim, 'act') or words()['the_event']} “{column(claim, 'frame')}”"
    return _figure(claim)


def wording(claim: ReadClaim) -> str:
    """The count of a claim as it was worded, or its bounds when it came as numbers."""
    quantity = claim.quantity
    return "" if quantity is None else worded(quantity.wording, quantity.low, quantity.high)


def worded(wording: str, low: int, high: int | None) -> str:
    """A count in its own words, or its bounds where it came as numbers."""
    if wording.strip():
        return wording
    return str(words()["uncounted"]) if high is None and low <= 1 else span(low, high)


def measure(name: str) -> str:
    """What happened to the counted, in words."""
    return str(words()["measures"].get(name, name))


def _figure(claim: ReadClaim) -> str:
    what = measure(claim.population.measure if claim.population else column(claim, "measure"))
    people = column(claim, "victims") or words()["everyone"]
    told = wording(claim)
    if people.casefold() in told.casefold():
        return f"{told}{_comma(people, what)} {what}"
    return f"{told}{_between(told)} {people}{_comma(people, what)} {what}"


def people_and_measure(people: str, name: str) -> str:
    """The counted people and what happened to them: ``soldiers killed``, ``soldiers, killed or injured``."""
    what = measure(name)
    return f"{people}{_comma(people, what)} {what}"


def _comma(people: str, what: str) -> str:
    return "," if " " in what or "," in people else ""


def _between(told: str) -> str:
    """What stands between a count and the counted: nothing after a number (or 30+), "of" after dozens, else a colon."""
    if told.rstrip("+")[-1:].isdigit() or told.casefold().rpartition(" ")[2] in words()["joins_directly"]:
        return ""
    return " of" if told.casefold().endswith(tuple(words()["takes_of"])) else ":"


def _blame(claim: ReadClaim) -> str:
    own = None if column(claim, "stance") == "accuses" else claim.camp
    return blame(column(claim, "stance"), column(claim, "accused") or own, column(claim, "act"))


def blame(stance: str, accused: str | None, act: str) -> str:
    """What a stance says of a party and of an act, either of which may be empty: then the words leave it open."""
    told = words()["stances"].get(stance, "spoke of {act} and {accused}")
    return str(told.format(accused=accused or words()["somebody"], act=f"“{act}”" if act else words()["the_event"]))


def policies(finding: Finding, own: str) -> str:
    """Under which numeral policies a finding stands, as a sentence; empty where no number is involved."""
    if not finding.policies:
        return ""
    if {*policy_names(), own} <= set(finding.policies):
        return "Holds under every numeral policy."
    known = "policy" if len(finding.policies) == 1 else "policies"
    return f"Holds only under the numeral {known} {joined(sorted(finding.policies))}."


def bits(value: float, places: int = 1) -> str:
    """Evidence with its sign: ``+3.0``, ``-2.5``."""
    return f"{value:+.{places}f}"


def exact_places(link: Link) -> int:
    """The fewest decimals, at most six, with which the shown bits are the bits and add up to the shown sum."""
    values = [*(clue.bits for clue in link.clues), link.bits]
    for places in range(1, 6):
        shown = [round(v, places) for v in values]
        exact = all(abs(s - v) < 1e-9 for s, v in zip(shown, values, strict=True))
        if exact and round(sum(shown[:-1]), places) == shown[-1]:
            return places
    return 6


def one_line(finding: Finding, result: Result) -> str:
    """A finding on one line, for scripts: id, severity, verdict, what it is about, reason and claims."""
    holds = policies(finding, result.run.numeral_policy)
    told = f"{finding.explanation} {holds}" if "only" in holds else finding.explanation
    return (
        f"{isolated(finding.id)}  {finding.severity:>3} {band(finding.severity)}  {finding.verdict.value} "
        f"({words()['about'][finding.about.value]}): {isolated(told)} [{isolated(', '.join(finding.claims))}]"
    )


def unread_rows(result: Result) -> int:
    """How many rows could not be read in full, however many things are wrong with each."""
    return len({(row.path, row.row) for row in result.rejected})


def rejected_line(row: RejectedRow) -> str:
    """A row that could not be read, with the remedy: file, row, column, value and reason."""
    place = f"{row.path}, row {row.row}" + (f", column {row.column}" if row.column else "")
    value = f" (“{row.value}”)" if row.value.strip() else ""
    return isolated(f"{place}{value}: {row.reason}")
