"""Where the shipped fixtures are: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def fixtures_folder() -> Path:
    """The folder of the shipped fixture sets."""
    here = Path(__file__).resolve().parent
    installed = here / "fixtures"
    return installed if installed.is_dir() else here.parent / "fixtures"


def fixture_sets() -> list[str]:
    """The names of the shipped sets, sorted."""
    return sorted(p.parent.name for p in fixtures_folder().glob("*/claims.csv"))
