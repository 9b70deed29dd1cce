"""JSON, JSON Lines and YAML: claims written as objects. Rows count entries from 1; in JSON Lines they are lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from claims.lexicon import data
from claims.model import Claim, with_content_id
from claims.read.encoding import UTF8, Text
from claims.read.headers import Names, fold, needed, unknown_columns
from claims.read.nested import row_of, unknown_keys
from claims.read.result import Item, NoClaims, Rejected, UnreadableFile, shown
from claims.read.rows import mend, other_encoding, read_row, undecoded

_validate = Claim.__pydantic_validator__.validate_python
_validate_json = Claim.__pydantic_validator__.validate_json
_OBJECT = 'write {"kind": ..., "claimant": ..., "source": ...}'


class Objects:
    """Reads the entries of one file, and remembers which of their keys the claim format does not know."""

    def __init__(self, path: str, names: Names) -> None:
        self.path = path
        self.names = names
        self.plain: set[str] = set()
        """Keys that are no column under any spelling: a claim with only such extra keys was read as it is."""

    def lines(self, lines: Iterable[bytes | str], text: Text = UTF8) -> Iterator[Item]:
        """The claims of a JSON Lines file.

        Raises UnreadableFile when no line of it is an object.
        """
        objects, problem = 0, ""
        for row, line in enumerate(lines, 1):
            try:
                claim = _validate_json(line)
            except ValidationError:
                claim = None
            if claim is not None and self._as_it_is(claim):
                objects += 1
                yield (self.path, row), with_content_id(claim)
                continue
            if not line.strip():
                continue
            said = self._parsed(line, row, text)
            if isinstance(said, Rejected):
                problem = problem or said.reason
                yield said
            else:
                objects += 1
                yield from self.entry(said, row)
        if problem and not objects:
            raise UnreadableFile(self.path, f"no line of it is a JSON object: {problem}")
        yield from self.unknown()

    def entries(self, values: Iterable[Any]) -> Iterator[Item]:
        """The claims of a list of parsed objects."""
        for row, said in enumerate(values, 1):
            if not isinstance(said, dict):
                reason = f"the entry is {_called(said)}, not an object; {_OBJECT}"
                yield Rejected(self.path, row, "", shown(said), reason)
                continue
            try:
                claim = _validate(said)
            except ValidationError:
                claim = None
            if claim is not None and self._as_it_is(claim):
                yield (self.path, row), with_content_id(claim)
            else:
                yield from self.entry(said, row)
        yield from self.unknown()

    def entry(self, said: dict[str, Any], row: int) -> Iterator[Item]:
        """One object, made flat, with its keys looked up as headers are."""
        flat = row_of(said, self.names, self.path, row)
        if isinstance(flat, Rejected):
            yield flat
            return
        try:
            json.dumps(flat, ensure_ascii=False).encode()
        except (UnicodeEncodeError, TypeError, ValueError):
            column = next((k for k, v in flat.items() if isinstance(v, str) and undecoded(v)), "")
            reason = "this holds characters that no encoding has; type it again"
            yield Rejected(self.path, row, shown(column), shown(flat.get(column, "")), reason)
            return
        self.plain.update(key for key in flat if key in said and not self.names.column(key))
        yield from read_row(flat, self.path, row, {})

    def unknown(self) -> list[Item]:
        """One warning about the keys that the format does not know."""
        familiar = set(data("claims", "headers.yaml")["familiar"])
        return unknown_columns(unknown_keys(self.plain, familiar), self.path, 0)

    def _as_it_is(self, claim: Claim) -> bool:
        """Whether every key of an object was a column, or is known to be none and says something."""
        extra = claim.__pydantic_extra__
        if not extra or (self.plain.issuperset(extra) and all(extra.values())):
            return not self.names.mapping or self.names.mapping.keys().isdisjoint(map(fold, claim.model_fields_set))
        return False

    def _parsed(self, line: bytes | str, row: int, text: Text) -> dict[str, Any] | Rejected:
        if isinstance(line, str) and undecoded(line := mend(line, text)):
            return other_encoding(self.path, row, "", line.strip(), text)
        try:
            said = json.loads(line)
        except json.JSONDecodeError as error:
            reason = f"not JSON: {error.msg} (column {error.colno}); correct the line"
        except (ValueError, RecursionError):
            reason = "not JSON that can be read: too deep, or a number of too many digits; correct the line"
        else:
            if isinstance(said, dict):
                return said
            reason = f"the line is {_called(said)}, not an object; {_OBJECT}"
        return Rejected(self.path, row, "", shown(line if isinstance(line, str) else line.decode()), reason)


def claims_in(parsed: Any, names: Names, path: str) -> list[Any]:
    """The entries of a parsed file: a list, an object with a list under ``claims``, or one claim.

    Raises NoClaims when nothing in it looks like a claim.
    """
    if isinstance(parsed, dict):
        below = parsed.get("claims")
        parsed = below if isinstance(below, list) else [parsed]
    if isinstance(parsed, list) and (not parsed or any(_like_a_claim(entry, names) for entry in parsed)):
        return parsed
    raise NoClaims(path, f"it holds no claims; {_OBJECT} for each, in a list or under the key claims")


def holds_lines(lines: Iterable[str]) -> bool:
    """Whether a text that is not JSON as a whole begins with two lines that are: JSON Lines under another name."""
    first = [line for line in islice(lines, 10) if line.strip()][:2]
    try:
        return len(first) == 2 and all(isinstance(from_json(line), dict) for line in first)
    except (ValueError, TypeError):
        return False


def _like_a_claim(entry: Any, names: Names) -> bool:
    return isinstance(entry, dict) and any(names.column(key) in needed() for key in entry)


def parse_json(content: str, path: str) -> Any:
    """Parse a JSON text. Raises UnreadableFile with the line and column of what is wrong."""
    try:
        return from_json(content)
    except (ValueError, TypeError):
        pass  # the standard parser says where, and reads the few texts that this one will not
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableFile(path, f"it is not valid JSON: {error.msg} ({where}); correct it there") from None
    except (ValueError, RecursionError):
        reason = "it is not JSON that can be read: nested too deeply, or a number of too many digits"
        raise UnreadableFile(path, f"{reason}; correct it") from None


def _called(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else "empty" if value is None else "a bare value"
