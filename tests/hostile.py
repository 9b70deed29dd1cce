"""Claims whose every text field holds something that a careless form would run, follow, or be broken by."""

from __future__ import annotations

from functools import cache

from claims.model import Claim
from reconcile.engine import Intake, reconcile
from reconcile.result import RejectedRow, Result, RowRead

ATTACKS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>'",
    '=HYPERLINK("http://evil.example","open")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "**bold** [link](http://evil.example) `code` | cell |",
    "\u202egnp.exe\u2066 \u200b\ufeffhidden",
    "\x1b[31mred\x1b]8;;http://evil.example\x07 \x00 bell\x07",
    "]]> --> {{ 7*7 }} {% raw %} ${x} %0A::error::",
    "{{cite web|url=x}} [[File:x]] '''b''' <ref>\n| casualties1 = 9\nQ1|P1|Q2 /* */",
    "'; DROP TABLE claims; -- \" \\ \r\n second line",
)
_FREE = (
    "event_type", "place", "country", "perpetrator", "victims", "victim_side", "claimant_side", "source_type", "title",
    "relayed_from", "quote", "document", "notes", "language",
)  # fmt: skip


def hostile_claims() -> list[Claim]:
    """Claims of every kind, in one event and in several, each text field holding an attack."""
    found = []
    for n, attack in enumerate(ATTACKS):
        free = {name: f"{attack} {name} {n}" for name in _FREE}
        common = {
            **free,
            "event": f"{attack} event",
            "source": f"{attack} source",
            "date": "2025-10-11",
            attack: attack,
        }
        common |= {"url": f"javascript:alert({n})//{attack}", "archived_url": f"data:text/html,{attack}"}
        for k, quantity in enumerate(("at least 58", "23")):
            said = {"kind": "casualty", "measure": "killed", "quantity": quantity, "victims": "soldiers"}
            said |= {"victim_side": f"{attack} side", "claimant": f"{attack} speaker {k}", "id": f"{attack}-{n}-{k}"}
            found.append(Claim.model_validate({**common, **said}))
        for k, stance in enumerate(("accuses", "denies")):
            said = {"kind": "responsibility", "stance": stance, "accused": f"{attack} side", "act": f"{attack} act"}
            said |= {"claimant": f"{attack} speaker {k}", "id": f"{attack}-r{n}-{k}"}
            found.append(Claim.model_validate({**common, **said}))
        said = {"kind": "characterization", "frame": f"{attack} frame", "claimant": attack, "id": f"{attack}-f{n}"}
        found.append(Claim.model_validate({**common, **said}))
    return found


@cache
def hostile_result() -> Result:
    """What the engine makes of them, with a hostile file name, a row that could not be read and a warning."""
    claims = hostile_claims()
    attack = " ".join(ATTACKS)
    rejected = [RejectedRow(path=attack, row=3, column=attack, value=attack, reason=attack)]
    places = {c.id: RowRead(attack, n) for n, c in enumerate(claims, 2)}
    return reconcile(claims, intake=Intake((), rejected, [attack], places), estimates=True)
