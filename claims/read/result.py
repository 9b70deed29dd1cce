"""What reading claim files gives: the claims, where each came from, and every row that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.model import Claim

Place = tuple[str, int]
"""A file as the user named it (``book.xlsx#Sheet2`` for a sheet among several), and a row counted from 1."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row, or one cell of it, that could not be read; ``reason`` says why and what to do about it.

    ``column`` is a column of the claim format, or the user's own header for one the format does not know; it is
    empty when the trouble is with the whole row. A row with several problems gives one of these for each.
    """

    path: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Warning_:
    """Something a reader should know about a file that was read all the same, such as a header with a typing slip.

    ``row`` is 0 when it is about the file as a whole. As text it is one sentence with the place in front.
    """

    path: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        value = f"{self.value}: " if self.value else ""
        return f"{self.path}{row}: {value}{self.reason}"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read: its SHA-256, how many claims it gave, and how many of its rows were rejected."""

    path: str
    sha256: str
    claims: int
    rejected: int


@dataclass(slots=True)
class Loaded:
    """Everything that came out of the files, in the order of the files and their rows.

    ``places`` runs parallel to ``claims``: the file and row that each claim was read from.
    """

    claims: list[Claim] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)
    inputs: list[InputFile] = field(default_factory=list)


Item = tuple[Place, Claim] | Rejected | Warning_
"""What a reader yields: a claim with its place, a row that could not be read, or a warning."""


class UnreadableFile(Exception):
    """A file that cannot be read at all; ``reason`` is one plain sentence with the remedy in it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NoClaims(UnreadableFile):
    """A file that can be read but whose headers or keys are not those of claims."""


class NoHeader(NoClaims):
    """A text in which no row near the top names columns of claims: perhaps no table at all."""


class DocumentError(UnreadableFile):
    """A document, such as an article, whose text cannot be read."""


def shown(value: object, limit: int = 200) -> str:
    """A cell as it can be printed anywhere: one line, no bytes that no encoding has, cut when very long."""
    text = value if isinstance(value, str) else "" if value is None else str(value)
    clean = text[: limit + 1].encode("utf-8", "surrogateescape" if _undecoded(text) else "backslashreplace")
    line = " ".join(clean.decode("utf-8", "backslashreplace").split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _undecoded(text: str) -> bool:
    return all("\udc80" <= c <= "\udcff" for c in text if "\ud800" <= c <= "\udfff")
