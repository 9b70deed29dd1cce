"""The versioned data files that ship with a package, read once and only when asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


def load_yaml(text: str) -> Any:
    """Parse YAML safely, with the C parser where the installation has one."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def data(package: str, name: str) -> Any:
    """The shipped data file ``name`` under a package's ``data`` folder, parsed; do not change what it returns."""
    return load_yaml(files(package).joinpath("data", *name.split("/")).read_text(encoding="utf-8"))


@cache
def value_names(column: str) -> dict[str, str]:
    """Every accepted spelling of a column's values, folded, and the value it stands for."""
    known: dict[str, str] = {}
    for value, synonyms in data("claims", "values.yaml")["columns"][column].items():
        known[value.replace("_", " ")] = value
        known.update(dict.fromkeys((s.casefold() for s in synonyms), value))
    return known
