"""CPU time of judging events that are grouped already: many small ones, and one of a thousand claims.

    python benchmarks/judging.py [EVENTS]

Prints seconds of CPU for EVENTS events of five claims (100,000 unless told), and for one event of 1,000 claims about 40
populations. The events are invented and drawn from a fixed seed; reading the claims is not counted.
"""

from __future__ import annotations

import random
import sys
import time

from claims.actors import default_registry
from claims.model import Claim
from claims.policy import load_policy
from reconcile.interpret import interpret
from reconcile.judge import judge
from reconcile.judge.case import Case
from reconcile.reader import Reader

SIDES = ("Armenia", "Azerbaijan")
VICTIMS = ("soldiers", "fighters", "civilians", "people", "women", "children", "police", "officers", "men", "people")
MEASURES = ("killed", "killed", "killed", "injured", "casualties", "captured")
HEDGES = ("{}", "{}", "{}", "at least {}", "more than {}", "up to {}", "about {}", "no more than {}")
SPEAKERS = (
    ("Armenian defence ministry", SIDES[0]),
    ("Azerbaijani defence ministry", SIDES[1]),
    ("a hospital", ""),
    ("Wire A", ""),
    ("a monitor", ""),
    ("Artsakh ombudsman", SIDES[0]),
)


def claim(name: str, event: str, draw: random.Random, voices: int = 0) -> Claim:
    """An invented claim about an event; ``voices`` further third parties may speak."""
    claimant, side = draw.choice(SPEAKERS)
    if voices and draw.random() < 0.8:
        claimant, side = f"Outlet {draw.randrange(voices)}", ""
    return Claim(
        id=name,
        kind="casualty",
        event=event,
        date="2020-10-04",
        place="Stepanakert",
        measure=draw.choice(MEASURES),
        quantity=draw.choice(HEDGES).format(int(draw.lognormvariate(3, 1)) + 1),
        victims=draw.choice(VICTIMS),
        victim_side=draw.choice((*SIDES, "")),
        claimant=claimant,
        claimant_side=side,
        source=claimant,
        published=f"2020-10-0{draw.randint(4, 9)}",
    )


def main(events: int) -> None:
    """Measure and print."""
    draw = random.Random(7)
    reader = Reader(default_registry(), load_policy("plain"))
    spent, found = 0.0, 0
    for n in range(events):
        said = [claim(f"{n}-{k}", f"e{n}", draw) for k in range(5)]
        case = Case(f"e{n}", interpret(said, reader), reader)
        start = time.process_time()
        found += len(judge(case))
        spent += time.process_time() - start
    print(f"{events:,} events of 5 claims: {spent:.1f} s CPU, {found:,} findings")
    said = [claim(f"{k:04}", "big", draw, voices=200) for k in range(1000)]
    case = Case("big", interpret(said, reader), reader)
    start = time.process_time()
    found = len(judge(case))
    print(f"one event of 1,000 claims: {time.process_time() - start:.1f} s CPU, {found:,} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
