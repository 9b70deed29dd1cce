"""Reading a ``*.expect.yaml`` file: every problem in it is named with its line, its entry and what to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from claims.read.yamltext import YamlProblem, documents
from counterclaim.expect.model import KINDS, Expectation, ExpectFile
from reports.escape import visible

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SAMPLE = "begin with version: 1, claims: claims.csv and expect:, with a list of expectations below it"
_MOST_KEYS = 20
"""Keys of an entry that are looked at for a slip of the typist; no kind of entry has as many."""


class ExpectError(ValueError):
    """An expectations file that cannot be used; the message has one line for each problem."""


@dataclass(frozen=True, slots=True)
class Expectations:
    """A file as it was read; ``lines`` are those where its entries begin, counted from 1."""

    path: Path
    file: ExpectFile
    lines: tuple[int, ...]

    @property
    def entries(self) -> Iterator[tuple[int, Expectation]]:
        """Each expectation with its line."""
        return zip(self.lines, self.file.expect, strict=True)

    @property
    def claims(self) -> list[Path]:
        """The claim files, as paths from where the reader stands."""
        return [self.path.parent / name for name in self.file.claims]


def read_expectations(path: Path) -> Expectations:
    """Read a file. Raises ExpectError naming file, line, entry and remedy of everything that is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ExpectError(f"{path}: cannot be read ({error}); check the path, and save it as UTF-8") from None
    try:
        said = list(documents(text))
    except YamlProblem as error:
        raise ExpectError(f"{path}: cannot be read as YAML: {error}") from None
    if len(said) != 1 or not isinstance(said[0], dict):
        raise ExpectError(f"{path}: holds no expectations; {_SAMPLE}")
    marks = _Marks(text)
    problems = [f"{path}{marks.place(at)}: “{visible(key)}” stands twice; write it once" for key, at in marks.twice]
    if not problems:
        try:
            file = ExpectFile.model_validate(said[0])
            return Expectations(path, file, tuple(marks.line(n) for n in range(len(file.expect))))
        except ValidationError as error:
            problems = [f"{path}{_told(e, marks)}" for e in error.errors(include_url=False)]
    raise ExpectError("\n".join(visible(problem) for problem in problems))


class _Marks:
    """Where the entries of a file begin, and the keys that it gives twice."""

    def __init__(self, text: str) -> None:
        import yaml

        self.entries: list[int] = []
        self.twice: list[tuple[str, tuple[int | str, ...]]] = []
        root: Any = yaml.compose(text, Loader=yaml.BaseLoader)
        self._look_for_twins(root, ())
        for key, value in root.value:
            if key.value == "expect" and isinstance(value, yaml.SequenceNode):
                self.entries = [entry.start_mark.line + 1 for entry in value.value]
                for number, entry in enumerate(value.value):
                    self._look_for_twins(entry, ("expect", number))

    def _look_for_twins(self, node: Any, at: tuple[int | str, ...]) -> None:
        keys = Counter(key.value for key, _ in node.value) if node.id == "mapping" else {}
        self.twice.extend((key, at) for key, times in keys.items() if times > 1)

    def place(self, at: Sequence[int | str]) -> str:
        """The line and the number of the entry that a place in the file belongs to; empty outside the entries."""
        if len(at) < 2 or at[0] != "expect" or not isinstance(at[1], int):
            return ""
        return f", line {self.line(at[1])} (entry {at[1] + 1})"

    def line(self, number: int) -> int:
        """The line of an entry, counted from 0; that of the file where a merge key brought the entries in."""
        return self.entries[number] if number < len(self.entries) else 1


def _told(error: ErrorDetails, marks: _Marks) -> str:
    """Place, key and remedy of a problem that pydantic found; the tag of the entry's kind is left out."""
    at = error["loc"]
    names_a_key = error["type"] != "union_tag_not_found" and bool(at) and isinstance(at[-1], str)
    key = f"{visible(str(at[-1]))}: " if names_a_key else ""
    return f"{marks.place(at)}: {key}{_remedy(error)}"


def _remedy(error: ErrorDetails) -> str:
    at, kind = error["loc"], error["type"]
    if kind == "union_tag_not_found":
        return _no_kind(error["input"])
    if kind == "extra_forbidden":
        return _no_key(str(at[-1]), KINDS[str(at[2])] if len(at) > 2 else ExpectFile)
    if kind == "missing":
        return f"not there; {_SAMPLE}" if len(at) == 1 else "not there; write it below this entry"
    if kind == "tuple_type":
        return "this is no list; write each expectation after a hyphen"
    return error["msg"].removeprefix("Value error, ")


def _no_kind(entry: Any) -> str:
    kinds = ", ".join(KINDS)
    if not isinstance(entry, dict):
        return f"this is no expectation; write one with one of {kinds}, such as - no conflict: anywhere"
    found = [name for name in KINDS if name in entry]
    if found:
        return f"it has {' and '.join(found)}; make an entry of each"
    near = next((match for key in islice(entry, _MOST_KEYS) for match in get_close_matches(str(key), KINDS, 1)), "")
    return f"it has none of {kinds}" + (f"; did you mean {near}?" if near else "")


def _no_key(key: str, model: type[BaseModel]) -> str:
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = get_close_matches(key, known, 1)
    remedy = f"did you mean {near[0]}?" if near else f"write one of {', '.join(known)}"
    return f"there is no such key here; {remedy}"
