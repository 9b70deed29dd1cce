"""From a CSV of claims to JSON: CPU, memory and grouping quality on synthetic claims of known truth.

    python benchmarks/end_to_end.py [ROWS ...]      default: 1000 10000 100000

Prints, for each size, CPU seconds and peak memory of a whole `counterclaim report`, beside bare Pydantic validation of
the same rows in the same run, and pairwise precision, recall and F1 of the grouping against the truth.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SYLLABLES = tuple("albadakaramashatinovelomarzinqardor"[n : n + 2] for n in range(0, 34, 2))
TYPES = ("shelling", "airstrike", "drone strike", "battle", "bombing", "massacre", "abduction", "missile attack")
FORMS = ("{} Army", "{} Brigade", "{} Front", "{} Liberation Movement", "government of {}", "{} militia")
COLUMNS = (
    *("id", "kind", "event_type", "date", "place", "perpetrator", "victim_side"),
    *("measure", "quantity", "victims", "claimant", "source"),
)
BARE = """
import csv, sys
from claims.model import Claim
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8"))
kept = [Claim.model_validate({k: v for k, v in row.items() if v}) for row in rows]
"""


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=3)).capitalize()


def write_claims(rows: int, path: Path, seed: int = 11) -> dict[str, int]:
    """Write claims of about three reports an event, with aliases, wrong days and missing cells; return the truth."""
    dice = random.Random(seed)
    places = [_name(dice) for _ in range(max(80, rows // 60))]
    actors = [form.format(_name(dice)) for form in FORMS for _ in range(max(8, min(60, rows // 600)))]
    start = dt.date(2020, 1, 1)
    truth: dict[str, int] = {}
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        event = 0
        while len(truth) < rows:
            day = start + dt.timedelta(days=dice.randrange(1500))
            place, one, two, kind = dice.choice(places), dice.choice(actors), dice.choice(actors), dice.choice(TYPES)
            count = int(dice.paretovariate(1.1) * 2)
            for _ in range(1 + min(6, int(dice.expovariate(0.5)))):
                name = f"r{len(truth)}"
                truth[name] = event
                said = day + dt.timedelta(days=dice.choices((0, 1, -1, 2), (70, 13, 9, 8))[0])
                where = dice.choices((place, f"near {place}", f"{place} district", ""), (70, 14, 14, 2))[0]
                figure = dice.choice((count, count, int(count * 1.5) + 1, f"at least {count}", ""))
                who = f"src{dice.randrange(60)}"
                what = kind if dice.random() < 0.9 else ""
                out.writerow([name, "casualty", what, said, where, one, two, "killed", figure, "people", who, who])
                if len(truth) == rows:
                    break
            event += 1
    return truth


def measure(command: list[str]) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).resolve().parent.parent)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, after.ru_maxrss / 1024


def pairwise(truth: dict[str, int], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of claims."""
    want, have = Counter(truth.values()), Counter(found.values())
    both = Counter((truth[c], found[c]) for c in truth)
    pairs = [sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, have, want)]
    precision, recall = pairs[0] / max(pairs[1], 1), pairs[0] / max(pairs[2], 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(sizes: list[int]) -> None:
    """Measure each size and print a line for it."""
    print("   rows  CPU s  x bare  peak MB  precision  recall     F1")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder, "claims.csv"), Path(folder, "result.json")
            truth = write_claims(rows, source)
            bare, _ = measure([sys.executable, "-c", BARE, str(source)])
            cpu, peak = measure([sys.executable, "-m", "counterclaim", "report", str(source), "-o", str(target), "-q"])
            result = json.loads(target.read_text(encoding="utf-8"))
        found = {claim: event["id"] for event in result["events"] for claim in event["claims"]}
        p, r, f1 = pairwise(truth, found)
        print(f"{rows:7,} {cpu:6.1f} {cpu / bare:7.1f} {peak:8.0f} {p:10.3f} {r:7.3f} {f1:6.3f}")


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [1000, 10000, 100000])
