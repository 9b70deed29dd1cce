"""YAML with every plain value left as the text it is written as.

YAML's own rules turn ``no`` into false, ``12:30`` into 750 and ``010`` into 8; in a claim file they are words that
somebody said. Only an empty value, ``~`` and ``null`` mean "not said". The tree is built from the parser's events
without recursion, so that no nesting, however deep, can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_NULLS = ("", "~", "null", "Null", "NULL")
_DEEPEST = 100


class YamlProblem(ValueError):
    """What is wrong with a YAML text, and where."""


def documents(text: str) -> Iterator[Any]:
    """Each document of a YAML text as lists, dicts, texts and None. Raises YamlProblem."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        yield from _Builder().build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        raise YamlProblem(_problem(error)) from None
    except yaml.YAMLError as error:
        raise YamlProblem(" ".join(str(error).split())) from None


def _problem(error: Any) -> str:
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
    since = f" {error.context} begun in line {begun.line + 1}" if error.problem and begun else ""
    return f"{error.problem or error.context}{since}{where}"


class _Builder:
    """Builds documents from parser events; ``stack`` holds the open containers, ``keys`` their pending keys."""

    def __init__(self) -> None:
        self.anchors: dict[str, Any] = {}
        self.stack: list[Any] = []
        self.keys: list[Any] = []
        self.done: list[Any] = []

    def build(self, events: Iterator[Any]) -> Iterator[Any]:
        import yaml

        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                plain = event.implicit[0] and event.value in _NULLS
                self._put(None if plain else event.value, event.anchor)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self.stack.pop()
                self.keys.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._put(self._aliased(event), None)
            elif isinstance(event, yaml.DocumentEndEvent):
                yield from self.done
                self.done, self.anchors = [], {}

    def _aliased(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            raise YamlProblem(f"*{event.anchor} names no anchor (line {event.start_mark.line + 1})")
        return self.anchors[event.anchor]

    def _open(self, container: Any, event: Any) -> None:
        if len(self.stack) >= _DEEPEST:
            raise YamlProblem(f"nested more than {_DEEPEST} deep (line {event.start_mark.line + 1})")
        if self.keys and self.keys[-1] == "<<" and isinstance(container, dict):
            raise YamlProblem(f"<< takes an alias such as *base (line {event.start_mark.line + 1})")
        self._put(container, event.anchor)
        self.stack.append(container)
        self.keys.append(_NO_KEY)

    def _put(self, value: Any, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = value
        if not self.stack:
            self.done.append(value)
        elif isinstance(self.stack[-1], list):
            self.stack[-1].append(value)
        elif self.keys[-1] is _NO_KEY:
            self.keys[-1] = value if isinstance(value, str) else "" if value is None else _unusable(value)
        else:
            self._pair(self.stack[-1], self.keys[-1], value)
            self.keys[-1] = _NO_KEY

    def _pair(self, mapping: dict[str, Any], key: str, value: Any) -> None:
        """Set a key; ``<<`` brings in the pairs of another mapping, which the mapping's own pairs override."""
        if key != "<<":
            mapping[key] = value
            return
        for other in value if isinstance(value, list) else [value]:
            if isinstance(other, dict):
                for inherited, part in other.items():
                    mapping.setdefault(inherited, part)


def _unusable(key: Any) -> str:
    raise YamlProblem("a list or a mapping is used as a key; write a column name there")


_NO_KEY = object()
