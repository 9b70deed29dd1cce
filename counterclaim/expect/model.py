"""What a ``*.expect.yaml`` file says: the claims it is about, and what is expected of them.

    version: 1
    claims: claims.csv
    expect:
      - conflict: [B-01, B-02]
        about: count
        severity at least: serious
        why: The two sides give other tolls of one night.
      - no conflict: [B-01, B-03]
      - same event: [B-01, B-02]
      - different events: [B-01, B-55]
      - finding: [Q-01, Q-03]
        verdict: revision
      - findings: at least 3
        verdict: contradiction
      - rejected rows: 0

The names are those of ``counterclaim.testing``: ids of claims, claimants, or sides.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag

from counterclaim.expect.words import Abouts, HowMany, Names, NamesOrAnywhere, Severity, Text, Texts, Verdicts, Version


class Expectation(BaseModel):
    """One entry; ``why`` is for people, and shown when it does not hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    why: str = ""


class OfFindings(Expectation):
    """An expectation about findings, and which of them it means."""

    about: Abouts = ()
    verdict: Verdicts = ()
    severity_at_least: Severity = Field(default=0, alias="severity at least")
    severity_at_most: Severity = Field(default=100, alias="severity at most")
    event: Text = ""
    """An event: its id, its label, or a claim in it."""


class Conflict(OfFindings):
    """A finding sets all of these against each other: a contradiction or a tension, unless ``verdict`` says which."""

    conflict: Names


class NoConflict(OfFindings):
    """No contradiction or tension sets any two of these against each other; ``anywhere``: there is none at all."""

    no_conflict: NamesOrAnywhere = Field(alias="no conflict")


class Found(OfFindings):
    """A finding of the given verdict names all of these."""

    finding: Texts
    verdict: Verdicts


class Number(OfFindings):
    """So many findings are as described, of any verdict unless ``verdict`` says which; ``naming`` says of whom."""

    findings: HowMany
    naming: Texts = ()


class SameEvent(Expectation):
    """One event holds a claim of each of these."""

    same_event: Names = Field(alias="same event")


class DifferentEvents(Expectation):
    """No event holds claims of two of these."""

    different_events: Names = Field(alias="different events")


class RejectedRows(Expectation):
    """So many rows could not be read; none, where a file does not say."""

    rejected_rows: HowMany = Field(alias="rejected rows")


KINDS: dict[str, type[Expectation]] = {
    "conflict": Conflict,
    "no conflict": NoConflict,
    "finding": Found,
    "findings": Number,
    "same event": SameEvent,
    "different events": DifferentEvents,
    "rejected rows": RejectedRows,
}


def kind_of(entry: Any) -> str | None:
    """Which kind of expectation an entry is: the only key of a kind that it has; None where that is not so."""
    if isinstance(entry, Expectation):
        return next(name for name, kind in KINDS.items() if type(entry) is kind)
    found = [name for name in KINDS if name in entry] if isinstance(entry, dict) else []
    return found[0] if len(found) == 1 else None


AnyExpectation = Annotated[
    Annotated[Conflict, Tag("conflict")]
    | Annotated[NoConflict, Tag("no conflict")]
    | Annotated[Found, Tag("finding")]
    | Annotated[Number, Tag("findings")]
    | Annotated[SameEvent, Tag("same event")]
    | Annotated[DifferentEvents, Tag("different events")]
    | Annotated[RejectedRows, Tag("rejected rows")],
    Discriminator(kind_of),
]


def _some(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    if not entries:
        raise ValueError("nothing is expected; write an entry such as - no conflict: anywhere")
    return entries


class ExpectFile(BaseModel):
    """What is expected of one or more claim files, read with the actors, people and decisions beside them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Version = 1
    claims: Texts
    """Claim files or folders, from the folder of this file."""
    policy: Text = "plain"
    """The numeral policy."""
    as_of: Text = Field(default="", alias="as of")
    """Only what was published by the end of this date."""
    expect: Annotated[tuple[AnyExpectation, ...], AfterValidator(_some)]
