"""Results for the tests of the forms that other programs read: with places, without anything, and as shipped."""

from __future__ import annotations

from functools import cache

from sample_results import sample

from counterclaim.fixtures import fixtures_folder
from counterclaim.project import judge_files
from reconcile.engine import reconcile
from reconcile.result import Input, Result, RowRead


def placed() -> Result:
    """The sample with places: rows of a table, of a sheet among several, of a JSON list, and standard input."""
    result = sample()
    files = [
        Input(path=path, sha256="a" * 64, claims=1, rejected=0) for path in ("claims.csv", "book.xlsx", "d/c.json")
    ]
    places = {
        "N-1": RowRead("claims.csv", 2), "S-1": RowRead("claims.csv", 3), "T-1": RowRead("d/c.json", 4),
        "S-3": RowRead("book.xlsx#North, 1: a", 5), "N-3": RowRead("-", 1),
    }  # fmt: skip
    run = result.run.model_copy(update={"inputs": files})
    return result.model_copy(update={"run": run, "places": places})


def nothing() -> Result:
    """What no claims at all give."""
    return reconcile([])


@cache
def shipped_result(name: str) -> Result:
    """A shipped set, read from its file, with the numbers of the rules."""
    return judge_files([str(fixtures_folder() / name / "claims.csv")], estimates=True)[0].result
