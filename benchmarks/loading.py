"""How much CPU loading claims costs beside bare Pydantic validation of the same rows.

Run ``python benchmarks/loading.py [ROWS]``. Every measurement is the best of three runs, each in a process of its
own, in CPU seconds of that process; files are made with a fixed seed. The baselines leave the collector on:

* bare: ``csv.DictReader`` (or ``json.loads`` of each line), empty cells dropped, ``Claim.model_validate``, a list;
* validation only: the same without the reading, on rows that are dicts already;
* plain model: as bare, with a model of the same columns typed str, int, float and date and no rule of its own.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIDES = ("Northern Army", "Southern Front", "River Council", "Coast Guard Service")
WORDINGS = ("{n}", "at least {n}", "more than {n}", "about {n}", "up to {n}", "dozens", "")
COLUMNS = (
    "kind", "event_type", "date", "place", "country", "measure", "quantity", "victims", "victim_side", "claimant",
    "claimant_side", "source", "url", "published", "notes",
)  # fmt: skip


def rows(count: int) -> Iterator[dict[str, str]]:
    """Invented casualty claims, the same on every run."""
    chance = random.Random(20251011)
    for number in range(count):
        day = date(2025, 1, 1) + timedelta(days=chance.randrange(365))
        side, other = chance.sample(SIDES, 2)
        wording = chance.choice(WORDINGS).format(n=chance.randrange(1, 300))
        yield dict(
            zip(
                COLUMNS,
                (
                    "casualty", chance.choice(("airstrike", "clash", "")), day.isoformat(),
                    f"Village {chance.randrange(2000)}", "Northland", chance.choice(("killed", "injured")), wording,
                    "soldiers", other, f"Spokesman of the {side}", side, f"Outlet {chance.randrange(300)}",
                    f"https://news.example/{number}", (day + timedelta(days=1)).isoformat(), "",
                ),
                strict=True,
            )
        )  # fmt: skip


def make(folder: Path, name: str, count: int) -> None:
    """Write the rows as CSV and as JSON Lines."""
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, COLUMNS)
        writer.writeheader()
        writer.writerows(rows(count))
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({k: v for k, v in row.items() if v}) + "\n" for row in rows(count))


def plain_model() -> Any:
    """The columns of a claim with standard types only."""
    from pydantic import ConfigDict, create_model

    from claims.model import Claim

    special: dict[str, Any] = {"date": date | None, "published": date | None, "accessed": date | None}
    special |= dict.fromkeys(("latitude", "longitude"), float | None)
    special |= dict.fromkeys(("low", "high", "best", "quote_start", "quote_end"), int | None)
    fields: dict[str, Any] = {
        name: (special[name], None) if name in special else (str, "") for name in Claim.model_fields
    }
    return create_model("Plain", __config__=ConfigDict(extra="allow"), **fields)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Rows as the standard library reads them, without empty cells."""
    with path.open(newline="", encoding="utf-8") as stream:
        source = csv.DictReader(stream) if path.suffix == ".csv" else map(json.loads, stream)
        for row in source:
            yield {key: value for key, value in row.items() if value}


def way(what: str) -> Callable[[Path], list[Any]]:
    """One way of getting claims out of a file."""
    from claims.model import Claim
    from claims.read import load

    model = plain_model() if what == "plain model" else Claim
    if what == "load":
        return lambda path: load(path).claims
    return lambda path: [model.model_validate(row) for row in read_rows(path)]


def measure(what: str, path: Path) -> None:
    """Print CPU seconds, claims and peak resident megabytes of one way of loading."""
    read = way(what)
    read(path.with_stem("warm"))  # imports and data files, which a run pays once however long it is
    if what == "validation only":
        ready = list(read_rows(path))
        model: Any = __import__("claims.model", fromlist=["Claim"]).Claim
        start = time.process_time()
        claims = [model.model_validate(row) for row in ready]
    else:
        start = time.process_time()
        claims = read(path)
    seconds = time.process_time() - start
    print(seconds, len(claims), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def best(what: str, path: Path) -> tuple[float, int]:
    """The least CPU seconds of three processes, and the peak resident megabytes of that one."""
    command = [sys.executable, __file__, "--measure", what, str(path)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout for _ in range(3)]
    seconds, _, megabytes = min((run.split() for run in runs), key=lambda run: float(run[0]))
    return float(seconds), int(megabytes)


def main(count: int) -> None:
    """Measure both formats side by side and print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, "claims", count)
        make(folder, "warm", 20)
        for path in (folder / "claims.csv", folder / "claims.jsonl"):
            print(f"{count} rows, {path.suffix[1:]}, {path.stat().st_size / 1e6:.0f} MB")
            load, peak = best("load", path)
            print(f"  {'load':16} {load:6.2f} s CPU  {count / load:9,.0f} rows/s  peak {peak} MB")
            for what in ("bare", "validation only", "plain model"):
                seconds, peak = best(what, path)
                print(f"  {what:16} {seconds:6.2f} s CPU  load / this = {load / seconds:.2f}  peak {peak} MB")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
