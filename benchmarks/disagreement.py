"""Whether disagreement on a figure is found in every event whose reports differ, and in none whose reports agree.

    python benchmarks/disagreement.py CLAIMS.csv GOLD.json

CLAIMS holds reports with numbers (`low`, `best`, `high`) such as event-report data; GOLD says which event each report
is about (claim id -> event). Reports of one event that give different best figures differ. Prints how many of the
events of several reports were judged so, and names the others.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from claims.model import Claim
from claims.read import load
from reconcile.engine import reconcile

DISAGREE = ("contradiction", "tension", "revision", "progression")


def main(claims: str, gold: str) -> None:
    """Measure and print."""
    truth = json.loads(Path(gold).read_text(encoding="utf-8"))
    event_of = truth.get("events", truth)
    loaded = load([claims])
    said = [c.model_copy(update={"event": str(event_of[c.id])}) for c in loaded.claims if c.id in event_of]
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        groups[claim.event].append(claim)
    result = reconcile(said)
    home = {c.id: c.event_id for c in result.claims}
    apart = {f.event for f in result.findings if f.about in ("count", "accounting") and f.verdict in DISAGREE}
    judged: dict[bool, list[bool]] = {True: [], False: []}
    for name, members in sorted(groups.items()):
        if len(members) > 1:
            differ = len({c.best for c in members}) > 1
            found = home[members[0].id] in apart
            judged[differ].append(found)
            if differ != found:
                print(f"  {name}: best figures {sorted({str(c.best) for c in members})}, found: {found}")
    print(f"rows that could not be read: {len(loaded.rejected)}")
    print(f"events whose reports differ: {sum(judged[True])} of {len(judged[True])} found")
    print(f"events whose reports agree: {sum(judged[False])} of {len(judged[False])} found (should be none)")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
