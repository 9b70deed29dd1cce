"""The versioned data files that ship with a package, read once and only when asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


def load_yaml(text: str) -> Any:
    """Parse YAML safely, with the C parser where the installation has one."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def load_versioned(path: Path, entries: str, problem: type[ValueError]) -> dict[str, Any]:
    """The mapping in a YAML file of version 1, whose list is under ``entries``; ``problem`` when it is not one."""
    import yaml

    try:
        found = load_yaml(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise problem(f"{path}: cannot be read as YAML: {error}; check the path and the syntax") from error
    if not isinstance(found, dict) or found.get("version") != 1:
        raise problem(f"{path}: no `version: 1`; begin the file with version: 1, then {entries}:")
    return found


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
