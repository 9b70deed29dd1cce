"""The result: claims as read, the events they were put into, and the findings. A fixed public contract."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from reconcile.estimated import Conceded, LedgerEntry, RuleAnswer
from reconcile.said import Chain, Concession, Position

SCHEMA_VERSION = 1


class About(StrEnum):
    """What a finding is about."""

    COUNT = "count"
    ACCOUNTING = "accounting"
    STATUS = "status"
    RESPONSIBILITY = "responsibility"
    CHARACTERIZATION = "characterization"
    DATE = "date"
    PLACE = "place"
    SOURCING = "sourcing"


class Verdict(StrEnum):
    """How the claims of a finding stand to each other."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    REVISION = "revision"
    PROGRESSION = "progression"
    CORROBORATION = "corroboration"
    REPETITION = "repetition"
    GAP = "gap"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class CountAsRead(_Part):
    """A count as an interval under the run's numeral policy; ``high`` is null when open."""

    low: int
    high: int | None
    wording: str


class PopulationAsRead(_Part):
    """Whom a casualty claim counts: whose losses, what happened to them, and who they were said to be."""

    measure: str
    side: str | None
    statuses: list[str]
    demography: list[str]
    traits: list[str]


class RowRead(NamedTuple):
    """Where a claim was read: the file as it was named, and the row counted from 1."""

    path: str
    row: int


class AsGiven(NamedTuple):
    """The columns of a claim that its reading replaces, as its row gave them; empty where it gave none."""

    quantity: str
    claimant_side: str
    victim_side: str


class ReadClaim(_Part):
    """A claim with what was read from its words. ``said`` holds the columns as they came."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    event_id: str
    voice: str
    """The claimant's name as the registry has it, or as written."""
    camp: str | None
    """The side the claimant speaks for; null for a third party, and where no side is known."""
    third_party: bool
    """Whether the claimant is known to speak for no side: a monitor, an agency, the outlet itself."""
    relation: str | None
    """For a casualty claim: ``own-loss``, ``other-side-loss`` or ``third-party``; null where that is not known."""
    quantity: CountAsRead | None = None
    population: PopulationAsRead | None = None
    origin: str = ""
    """Whose words these are once relays and copies are undone: the claimant, or whom the source took them from."""
    origin_why: str | None = None
    """Why the claim goes back to somebody else, such as ``relayed from AFP``; null for a claimant's own statement."""


class Clue(_Part):
    """One piece of evidence for or against two claims being about one event, in bits (log2 of the odds)."""

    name: str
    detail: str
    bits: float


class Link(_Part):
    """Why two claims of an event belong together; the bits of the clues sum to ``bits``."""

    claims: list[str]
    bits: float
    clues: list[Clue]


class SaidFigure(_Part):
    """A standing figure for a population; a claim that also counts a part of its people gives one for each."""

    claim: str
    low: int
    high: int | None
    """Null where open."""
    number: int | None
    """The number that was said, where one was: 400 for “about 400”, none for “dozens”."""


class Range(_Part):
    """What was said about one population of an event: the claimed range, and what a side concedes of its own losses.

    Nothing is conceded (null) where the side gave no figure, or where the people are civilians. Both ends of what
    every independent origin allows are null where there is none, or where they part.
    """

    population: str
    measure: str
    low: int
    high: int | None
    conceded_low: int | None
    conceded_high: int | None
    claims: list[str]
    allowed_low: int | None = None
    allowed_high: int | None = None
    """Null as well where what they all allow is open."""
    parting: list[str] = []
    """Where no number suits every independent origin: those with the greatest least and the smallest most."""
    concessions: list[Conceded] = []
    """What each side concedes: of its own losses, or of people killed by its own side."""
    figures: list[SaidFigure] = []
    """The figures that the range is made of, in the order of ``claims``."""
    rules: list[RuleAnswer] = []
    """One number under each of several rules, a model's among them; only made on request."""


class Factors(_Part):
    """The four factors of a severity, each from 0 to 1; the severity is 100 times their product."""

    magnitude: float
    directness: float
    independence: float
    firmness: float


class Disposed(_Part):
    """What a desk decided to do about a finding, by whom, when and why."""

    disposition: str
    prefer: str
    """The claim whose source is followed, where one is prioritised."""
    by: str
    at: str
    why: str


class Decided(_Part):
    """A decision as it was made, in the order of the decisions; ``stands`` is false once it was taken back."""

    id: str
    decision: str
    claims: list[str]
    by: str
    at: str
    why: str
    stands: bool
    set: dict[str, str] = {}
    """The columns that an edit changed, and what they say now."""
    was: dict[str, str] = {}
    disposition: str = ""
    prefer: str = ""
    of: str = ""
    """The decision that an undo takes back."""


class Finding(_Part):
    """What a minimal set of claims shows; take one claim away and it is gone."""

    id: str
    rule: str
    about: About
    verdict: Verdict
    event: str
    claims: list[str]
    echoes: dict[str, list[str]]
    severity: int
    factors: Factors
    explanation: str
    gap: int | None = None
    """People in dispute: the distance between the two figures; null where nothing is counted."""
    policies: list[str] = []
    """The numeral policies under which the finding stands; empty where no number is involved."""
    notes: list[str] = []
    disposition: Disposed | None = None
    """What a desk decided to do about it; null where nothing was decided."""


class Retold(_Part):
    """One step of a claim towards its origin: whom or what it repeats, and how that is known."""

    claim: str
    of: str | None
    """The claim that it repeats; null where these claims do not hold it."""
    origin: str
    """Whose words they are in the end."""
    why: str
    """``relayed_from``, ``named in the source``, ``cited by the claimant``, ``same quote``, ``same words`` (both
    inferred) or ``same claimant``."""
    reason: str
    """The reason in words, such as ``relayed from AFP``."""
    changed: list[str]
    """What the copy changed in the statement; empty for a faithful copy, and where there is nothing to compare."""


class Event(_Part):
    """Claims put together as one event."""

    id: str
    label: str
    date: str
    place: str
    claims: list[str]
    findings: list[str]
    estimates: list[Range]
    why_grouped: list[Link]
    origins: list[Retold] = []
    """Which claims repeat others, or name whom they have their words from."""
    chains: list[Chain] = []
    """What each voice said about one population over time."""
    responsibility: list[Position] = []
    """What each voice says about whether each party did it."""
    concessions: list[Concession] = []
    """What a side says against its own interest, beside its own losses."""


class RejectedRow(_Part):
    """A row that could not be read, and what to do about it."""

    path: str
    row: int
    column: str
    value: str
    reason: str


class Input(_Part):
    """A file that was read."""

    path: str
    sha256: str
    claims: int
    rejected: int


class LeftOut(_Part):
    """How much was left out of a result as of a date."""

    later: int
    """Claims published after it, or perhaps after it."""
    undated: int
    """Claims without a publication date."""
    decisions: int
    """Decisions made after it."""


class Run(_Part):
    """How the result was made. Holds no clock: the same input gives the same bytes."""

    tool: str
    version: str
    numeral_policy: str
    inputs: list[Input]
    decisions: int
    data_versions: dict[str, int]
    warnings: list[str]
    as_of: str | None = None
    """The date by whose end every claim was published; null when nothing was left out for its date."""
    left_out: LeftOut | None = None
    decided: list[Decided] = []
    """Every decision that was replayed, with those that were taken back."""


class Result(_Part):
    """Everything a report or an export draws on."""

    schema_version: int = SCHEMA_VERSION
    run: Run
    claims: list[ReadClaim]
    events: list[Event]
    findings: list[Finding]
    ledger: list[LedgerEntry]
    """How figures run against independent counts and own-loss admissions; shown, never applied to a finding."""
    rejected: list[RejectedRow]
    places: SkipJsonSchema[dict[str, RowRead]] = Field(default={}, exclude=True)
    """Where each claim was read, by its id. No part of the JSON: the order of the rows changes none of its bytes."""
    given: SkipJsonSchema[dict[str, AsGiven]] = Field(default={}, exclude=True)
    """What the rows of the claims gave, by id, for a report that is read as claims again. No part of the JSON."""


class Explanation(_Part):
    """Why two claims are or are not one event, and why they do or do not disagree."""

    first: ReadClaim
    second: ReadClaim
    same_event: bool
    link: Link
    """The evidence between the two claims alone; its clues sum to its bits."""
    grouping: list[str]
    """What settled the grouping, in sentences: evidence, a user's label, a person's decision, a bound."""
    path: list[Link]
    """Where the two are one event through others: the links that join them, in order."""
    comparison: list[str]
    """How their words compare, in sentences: intervals, populations, who speaks of whose losses, acts, frames."""
    findings: list[Finding]
    """The findings that name both."""
