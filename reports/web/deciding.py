"""From a form to a decision, in view of the project as it is when the decision is written.

A form carries what its reader saw: the columns of a claim (``was``), or the id of the decision that stood (``seen``).
What changed since then is a conflict, which shows both and loses neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from pydantic import ValidationError

from reconcile.decisions import Decision, Disposition, Ruling
from reconcile.edits import edited
from reports.web.form import Form
from reports.web.keys import key
from reports.web.shown import as_shown
from reports.web.snapshot import COLUMNS, NotThere, Snapshot, question_of
from reports.web.undoing import effective

RULINGS = (Ruling.SAME, Ruling.DIFFERENT, Ruling.UNSURE, Ruling.NOT_A_CONTRADICTION, Ruling.A_CONTRADICTION)


class Refused(Exception):
    """A form that makes no decision; the message says what to do about it."""


@dataclass(eq=False)
class Conflict(Exception):
    """What a form speaks of changed since its reader saw it."""

    message: str
    again: Form
    """The form to send for deciding all the same."""
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)
    """What is in conflict, how it was seen, how it is now, and what the reader wants."""


@dataclass(frozen=True)
class Signed:
    """Who decides, and when."""

    by: str
    at: str


def decision_of(form: Form, signed: Signed, snapshot: Snapshot) -> Decision:
    """The decision that a form makes. Raises Refused, Conflict, or NotThere for a claim that is gone."""
    if not signed.by:
        raise Refused("Write who decides; the decision is kept under that name.")
    what = form.one("decision")
    if what not in _MAKERS:
        raise Refused("Choose what is decided.")
    said = {"decision": what, "by": signed.by, "at": signed.at, "why": form.one("why"), **_MAKERS[what](form, snapshot)}
    try:
        return Decision.model_validate({k: v for k, v in said.items() if v})
    except ValidationError as error:
        raise Refused("; ".join(e["msg"] for e in error.errors(include_url=False))) from None


def _ruling(form: Form, snapshot: Snapshot) -> Mapping[str, object]:
    claims = _claims(form, snapshot)
    if len(claims) < 2:
        raise Refused("Choose at least two claims.")
    ruling = Ruling(form.one("decision"))
    _nobody_else(form, f"seen_{question_of(ruling)}", snapshot.last_ruling(claims, ruling), ruling.value)
    return {"claims": claims}


def _disposition(form: Form, snapshot: Snapshot) -> Mapping[str, object]:
    claims, disposed = _claims(form, snapshot), form.one("disposition")
    if disposed not in set(Disposition):
        raise Refused("Choose what the desk does about it.")
    if not any(frozenset(f.claims) == frozenset(claims) for f in snapshot.judged.result.findings):
        raise Refused("No finding joins these claims any more, so nothing can be done about it.")
    _nobody_else(form, "seen", snapshot.last_disposition(claims), disposed)
    prefer = snapshot.claim(form.one("prefer")).id if form.one("prefer") else ""
    if disposed == Disposition.PRIORITISE and prefer not in claims:
        raise Refused("Choose the claim whose source is followed.")
    return {"claims": claims, "disposition": disposed, "prefer": prefer if disposed == Disposition.PRIORITISE else ""}


def _nobody_else(form: Form, seen: str, last: Decision | None, wanted: str) -> None:
    """Raise Conflict when somebody decided the same question after the reader opened the form.

    The field ``seen`` holds the id of the decision that stood then, and ``seen`` with ``_words`` tells it.
    """
    now = last.id if last else ""
    if not form.has(seen) or form.one(seen) == now:
        return
    raise Conflict(
        "Somebody decided this after you opened the page. Both are kept if you send yours all the same; the later one "
        "is in force.",
        form.but(**{seen: now, f"{seen}_words": told(last)}),
        [("decision", form.one(f"{seen}_words"), told(last), wanted)],
    )


def told(decision: Decision | None) -> str:
    """A decision in a few words, for the reader of a form."""
    if decision is None:
        return "nothing in force"
    what = decision.disposition.value if decision.disposition else decision.decision.value
    return f"{what} (by {decision.by or 'nobody named'}, {decision.at or 'no date'})"


def _edit(form: Form, snapshot: Snapshot) -> Mapping[str, object]:
    (claim,) = _claims(form, snapshot)[:1] or [""]
    if not claim:
        raise Refused("Choose the claim that is corrected.")
    seen, now = _seen(form), snapshot.columns(claim)
    yours = _typed(form, seen)
    _nobody_wrote(form, seen, now, yours)
    changed = {name: value for name, value in yours.items() if value != now[name]}
    if not changed:
        raise Refused("No column was changed.")
    made = Decision(decision=Ruling.EDIT, claims=(claim,), set=changed)
    reasons = edited([snapshot.readings[claim].claim], [made])[1]
    if reasons:
        raise Refused(reasons[0].partition("is not applied: ")[2])
    return {"claims": (claim,), "set": changed, "was": {name: now[name] for name in changed}}


def _seen(form: Form) -> dict[str, str]:
    """The columns as the reader saw them."""
    try:
        seen = dict(json.loads(form.one("was")))
        return {name: str(seen[name]) for name in COLUMNS if name in seen}
    except (ValueError, TypeError, RecursionError):
        raise Refused("The form does not say what it was made from; open the claim again.") from None


def _typed(form: Form, seen: Mapping[str, str]) -> dict[str, str]:
    """The columns whose text the reader changed."""
    typed = ((name, value.strip()) for name, value in form.under("set."))
    return {name: value for name, value in typed if name in seen and value != as_shown(seen[name]).strip()}


def changed_fields(form: Form) -> set[str]:
    """The fields of a form that correct a claim; they are shown again when it is refused."""
    try:
        return {f"set.{name}" for name in _typed(form, _seen(form))}
    except Refused:
        return set()


def _nobody_wrote(form: Form, seen: Mapping[str, str], now: Mapping[str, str], yours: Mapping[str, str]) -> None:
    """Raise Conflict when a column that the reader changed says something else than when the form was opened."""
    clashing = [name for name in yours if now[name] not in (seen[name], yours[name])]
    if clashing:
        raise Conflict(
            "Somebody changed this claim after you opened it. Nothing was written yet.",
            form.but(was=json.dumps({**seen, **{name: now[name] for name in clashing}})),
            [(name, seen[name], now[name], yours[name]) for name in clashing],
        )


def _undo(form: Form, snapshot: Snapshot) -> Mapping[str, object]:
    of = form.one("of")
    if of not in {d.id for d in snapshot.decisions}:
        raise Refused("That decision is not in the file any more.")
    if of not in effective(snapshot.decisions):
        raise Refused("Somebody took that back already.")
    return {"of": of}


def _claims(form: Form, snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(snapshot.claim(name).id for name in form.all("claim")))


_MAKERS: dict[str, Callable[[Form, Snapshot], Mapping[str, object]]] = {
    **{ruling.value: _ruling for ruling in RULINGS},
    Ruling.DISPOSITION.value: _disposition,
    Ruling.EDIT.value: _edit,
    Ruling.UNDO.value: _undo,
}


def where_after(decision: Decision, form: Form, snapshot: Snapshot) -> str:
    """The page that shows best what a decision changed, as path and query."""
    if decision.decision is Ruling.UNDO:
        return "/decisions?"
    if decision.decision is Ruling.EDIT:
        return f"/claim?id={_quoted(decision.claims[0])}&"
    try:
        return f"/finding?id={_quoted(snapshot.finding(form.one('finding')).id)}&"
    except NotThere:
        return f"/event?id={_quoted(snapshot.view.claim[decision.claims[0]].event_id)}&"


def _quoted(name: str) -> str:
    return quote(key(name), safe="")
