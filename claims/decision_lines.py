"""Decisions as lines of JSON: how a file of them is read, and the id that a line has without saying one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Written = Annotated[str, BeforeValidator(_as_text)]
"""A text that may be written as a number: ids such as 12."""


class DecisionLine(BaseModel):
    """A line that cannot be changed, with an id made from what it says; keys of other tools are kept."""

    model_config = ConfigDict(extra="allow", frozen=True)
    letter: ClassVar[str]
    """What kind of line an id belongs to."""

    @cached_property
    def id(self) -> str:
        """An id made from what the line says, whatever the order of its keys."""
        said = json.dumps(self.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=True)
        return f"{self.letter}-" + hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


Line = TypeVar("Line", bound=DecisionLine)


def read_lines(text: str, kind: type[Line], refused: Callable[[int, Exception], Exception]) -> list[Line]:
    """The lines of a file, blank ones left out.

    Raises what ``refused`` makes of the number of a line, from 1, and of what is wrong with it.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(kind.model_validate(json.loads(line)))
                _ = found[-1].id  # there is none for what is nested too deeply to be written
            except (ValueError, RecursionError) as error:
                raise refused(number, error) from None
    return found
