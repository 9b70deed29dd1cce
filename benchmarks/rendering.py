"""How long each form of the report takes to make, and how large it is, for synthetic claims.

    python benchmarks/rendering.py [ROWS ...]      default: 6000 (about 2,000 events)

Judging is done once and not counted. Prints CPU seconds, the size in MB, and the ratio to JSON in the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from end_to_end import write_claims

from claims.read import load
from reconcile.engine import reconcile
from reports.render import FORMS, render


def main() -> None:
    """Print a row for each form."""
    for rows in [int(word) for word in sys.argv[1:]] or [6000]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "claims.csv"
            write_claims(rows, path)
            result = reconcile(load([path]).claims, estimates=True)
        several = sum(len(e.claims) > 1 for e in result.events)
        print(f"{rows:,} claims, {len(result.events):,} events, {several:,} of several claims")
        taken = {form: _made(result, form) for form in ("json", *FORMS)}
        for form, (seconds, size) in taken.items():
            print(f"  {form:16} {seconds:7.2f} s {size / 1e6:8.2f} MB {seconds / taken['json'][0]:7.1f} x json")


def _made(result: object, form: str) -> tuple[float, int]:
    start = time.process_time()
    size = sum(len(c.encode() if isinstance(c, str) else c) for c in render(result, form, everything=True))  # type: ignore[arg-type]
    return time.process_time() - start, size


if __name__ == "__main__":
    main()
