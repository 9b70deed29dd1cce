"""The versioned data files that ship with a package, read once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_MOST_VALUES, _DEEPEST = 200_000, 50
"""How large a project's own file may be once its aliases are followed; those that ship hold some 3,000 values."""


def load_yaml(text: str) -> Any:
    """Parse YAML safely, with the C parser where the installation has one."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def load_versioned(path: Path, entries: str, problem: type[ValueError]) -> dict[str, Any]:
    """The mapping in a YAML file of version 1, whose list is under ``entries``; ``problem`` when it is not one."""
    import yaml

    try:
        found = load_yaml(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:  # ValueError: a day such as 2025-99-99
        raise problem(f"{path}: cannot be read as YAML: {error}; check the path and the syntax") from error
    if not _is_small(found):
        raise problem(f"{path}: nested too deeply, or aliases such as *this make it too large; write out what is meant")
    if not isinstance(found, dict) or found.get("version") != 1:
        raise problem(f"{path}: no `version: 1`; begin the file with version: 1, then {entries}:")
    return found


def _is_small(tree: Any) -> bool:
    """Whether a parsed file can be walked, and told of in an error: aliases make few lines hold a billion values."""
    level, count = [tree], 0
    for _ in range(_DEEPEST):
        below: list[Any] = []
        for value in level:
            below.extend(_parts(value))
            if count + len(below) > _MOST_VALUES:
                return False
        level, count = below, count + len(below)
    return not level


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


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
