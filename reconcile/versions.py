"""Which tool and which versions of the shipped data made a result."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from claims.lexicon import data

_FILES = {
    "claims": ("values.yaml", "headers.yaml", "people.yaml", "event_types.yaml"),
    "reconcile": ("evidence.yaml", "severity.yaml", "frames.yaml", "acts.yaml", "words.yaml"),
}


@cache
def tool_version() -> str:
    """The installed version, or ``0+unknown`` in a bare checkout."""
    try:
        return version("counterclaim")
    except PackageNotFoundError:
        return "0+unknown"


@cache
def data_versions() -> dict[str, int]:
    """The version of each data file that shapes a result, by package and file name."""
    return {
        f"{package}/{name.removesuffix('.yaml')}": int(data(package, name)["version"])
        for package, names in sorted(_FILES.items())
        for name in names
    }
