"""Numeral policies: how the words of a count become an interval, per organisation.

A policy is data (`data/numerals/*.yaml`). What a policy does not state falls back to `plain`, and the result says
so: its `basis` names the policy whose entry was used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.formula import Formula, read_formula

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "plain"
_SHIPPED = (PLAIN, "acled", "airwars", "gtd", "scad")


class PolicyError(ValueError):
    """A numeral policy that is not there or cannot be read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The bounds that one entry of a policy gives, and where they are from."""

    low: Formula
    high: Formula
    core_low: Formula
    core_high: Formula
    counted: bool
    form: str | None
    source: str
    basis: str


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """A named numeral policy: rules for numbers and hedges, terms for vague words, one rule for "several hundred".

    `vague` is the entry for every vague word without one of its own, where the organisation has such a rule.
    """

    name: str
    version: int
    title: str
    rules: Mapping[str, Rule]
    terms: Mapping[str, Rule]
    products: Rule | None
    vague: Rule | None
    fallback: Policy | None

    def rule(self, name: str) -> Rule:
        """The entry for a hedge, an exact number or a range; KeyError for a name that plain does not know."""
        if name in self.rules or self.fallback is None:
            return self.rules[name]
        return self.fallback.rule(name)

    def term(self, name: str) -> Rule:
        """The entry for a word that gives no number; KeyError for a name that plain does not know."""
        if name in self.terms or (self.fallback is None and self.vague is None):
            return self.terms[name]
        if self.vague is not None and name not in _NOT_VAGUE:
            return self.vague
        return (self.fallback or load_policy(PLAIN)).term(name)


# Words that say something definite about the count, so that a rule for vague words does not cover them.
_NOT_VAGUE = frozenset({"none", "none reported", "uncounted", "unknown"})


def policy_names() -> tuple[str, ...]:
    """The names of the shipped policies, the default first."""
    return _SHIPPED


def load_policy(name_or_path: str | Path) -> Policy:
    """A shipped policy by name, or one of the user's own by the path of its YAML file.

    Raises PolicyError for an unknown name, a file that cannot be read, or an entry that is not a rule.
    """
    return _load(str(name_or_path))


@cache
def _load(name: str) -> Policy:
    from claims.lexicon import data

    if name in _SHIPPED:
        return _build(data("claims", f"numerals/{name}.yaml"), name)
    return _load_file(name)


def _load_file(name: str) -> Policy:
    from pathlib import Path

    from claims.lexicon import load_yaml

    path = Path(name)
    if path.suffix.lower() not in (".yaml", ".yml"):
        known = ", ".join(_SHIPPED)
        raise PolicyError(f"no numeral policy {name!r}; choose one of {known}, or give the path of a YAML file")
    try:
        content = load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PolicyError(f"{name}: cannot be read as a numeral policy: {error}") from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "yaml":
            raise
        raise PolicyError(f"{name}: not valid YAML: {error}") from error
    return _build(content, path.stem)


def _build(content: Any, name: str) -> Policy:
    if not isinstance(content, dict) or "version" not in content:
        raise PolicyError(f"{name}: a numeral policy is a mapping with version, rules and terms")
    own = str(content.get("name", name))
    single = {key: _rule(content[key], own, key) for key in ("products", "vague") if key in content}
    return Policy(
        name=own,
        version=content["version"],
        title=str(content.get("title", own)),
        rules=_rules(content, "rules", own),
        terms=_rules(content, "terms", own),
        products=single.get("products"),
        vague=single.get("vague"),
        fallback=None if name == PLAIN else load_policy(PLAIN),
    )


def _rules(content: Mapping[str, Any], section: str, own: str) -> dict[str, Rule]:
    entries = content.get(section) or {}
    known = _known(section) if own != PLAIN else entries
    unknown = sorted(set(entries) - set(known))
    if unknown:
        raise PolicyError(f"{own}: unknown {section} {', '.join(unknown)}; the plain policy lists those there are")
    return {key: _rule(raw, own, key) for key, raw in entries.items()}


def _known(section: str) -> Mapping[str, Any]:
    from claims.lexicon import data

    known: Mapping[str, Any] = data("claims", f"numerals/{PLAIN}.yaml")[section]
    return known


def _rule(raw: Any, own: str, key: str) -> Rule:
    try:
        low, high = read_formula(raw["low"]), read_formula(raw["high"])
        core_low = read_formula(raw["core_low"]) if "core_low" in raw else low
        core_high = read_formula(raw["core_high"]) if "core_high" in raw else high
    except (KeyError, TypeError, ValueError) as error:
        raise PolicyError(f"{own}: the entry {key!r} needs low and high: {error}") from error
    return Rule(
        low=low,
        high=high,
        core_low=core_low,
        core_high=core_high,
        counted=bool(raw.get("counted", False)),
        form=raw.get("form"),
        source=str(raw.get("source", "")),
        basis=own,
    )
