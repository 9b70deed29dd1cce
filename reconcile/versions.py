"""Which tool and which versions of the shipped data made a result."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

_FILES = {
    "claims": (
        *("values.yaml", "headers.yaml", "people.yaml", "event_types.yaml", "gazetteer/extra.yaml"),
        *(f"actors/{name}.yaml" for name in ("bodies", "groups", "leaders", "organisations", "states")),
    ),
    "reconcile": (
        *("evidence.yaml", "severity.yaml", "frames.yaml", "acts.yaml", "remarks.yaml", "words.yaml", "relays.yaml"),
        "estimates.yaml",
    ),
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
        f"{package}/{name.removesuffix('.yaml')}": _version(package, name)
        for package, names in sorted(_FILES.items())
        for name in names
    }


def _version(package: str, name: str) -> int:
    """Read from the text: parsing every lexicon for its version would cost more than a small report."""
    text = files(package).joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    found = re.search(r"^version: (\d+)$", text, re.MULTILINE)
    assert found is not None, f"{package}/data/{name} has no version"
    return int(found[1])
