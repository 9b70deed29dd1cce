"""A claim: one statement by one claimant about one event, as carried by one source.

The fields are the columns of the public claim format. A claim keeps the words it was read from; what the
words mean (an interval, a window of days, a side) is worked out later, under a policy and a registry.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from claims.dates import check_edtf, check_moment
from claims.lexicon import value_names
from claims.quantity import check_wording


class Kind(StrEnum):
    """What sort of statement a claim is."""

    CASUALTY = "casualty"
    RESPONSIBILITY = "responsibility"
    CHARACTERIZATION = "characterization"


class Measure(StrEnum):
    """What happened to the counted people (or materiel)."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    NEUTRALISED = "neutralised"
    RESCUED = "rescued"
    DESTROYED = "destroyed"
    STRENGTH = "strength"


class Stance(StrEnum):
    """What a claimant says about a party's responsibility."""

    CLAIMS = "claims"
    ADMITS = "admits"
    ACCUSES = "accuses"
    DENIES = "denies"
    NO_COMMENT = "no_comment"
    ACCIDENT = "attributes to accident"


class Scope(StrEnum):
    """One event, or a total over the whole interval of the date."""

    EVENT = "event"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says it, and the side this speaker was said to speak for (empty: to be read from the name)."""

    name: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet or document that carries a claim, with its provenance."""

    name: str
    type: str = ""
    title: str = ""
    url: str = ""
    archived_url: str = ""
    published: str = ""
    accessed: str = ""
    language: str = ""
    relayed_from: str = ""


def _one_of(names: type[StrEnum], column: str) -> Callable[[Any], Any]:
    """A validator that accepts a column's values in any case, and the synonyms of the shipped value names."""
    seen: dict[Any, StrEnum] = {}  # the few spellings met so far: this runs for every row

    def read(value: Any) -> Any:
        if isinstance(value, str) and value in seen:
            return seen[value]
        known = value_names(column)
        word = " ".join(str(value).casefold().replace("_", " ").split())
        if word not in known:
            raise ValueError(f"{str(value)!r} is no {column}; write one of {', '.join(n.value for n in names)}")
        found = names(known[word])
        if len(seen) < 1000:
            seen[value] = found
        return found

    return read


def _capital(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _words_of(value: Any) -> Any:
    """Numbers that a spreadsheet or JSON gives as numbers, as the words a person would have typed."""
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is not a text; write the words that were said")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) else value


def _text_schema(least: int | None = None) -> CoreSchema:
    """A text, or a number to be taken as one; texts, nearly every cell, are read without a call into Python."""
    text = core_schema.str_schema(strict=True, min_length=least)
    number = core_schema.no_info_before_validator_function(_words_of, text)
    return core_schema.union_schema(
        [text, number], mode="left_to_right", custom_error_type="text", custom_error_message="Write a text"
    )


Text = Annotated[str, GetPydanticSchema(lambda _, __: _text_schema()), WithJsonSchema({"type": "string"})]
NeededText = Annotated[
    str, GetPydanticSchema(lambda _, __: _text_schema(1)), WithJsonSchema({"type": "string", "minLength": 1})
]
Count = Annotated[int, Field(ge=0, le=10**9)]


class Claim(BaseModel):
    """One statement by one claimant about one event, as carried by one source.

    Field names are the columns of the claim format; an empty text means "not said". Columns that the format does
    not know are kept as they came. ``id`` is made from the content when the row gives none.
    """

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    id: Text = ""
    kind: Annotated[Kind, BeforeValidator(_one_of(Kind, "kind"))]
    event: Text = ""
    event_type: Text = ""
    date: Annotated[Text, AfterValidator(check_edtf)] = ""
    place: Text = ""
    country: Text = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    perpetrator: Text = ""
    scope: Annotated[Scope, BeforeValidator(_one_of(Scope, "scope"))] = Scope.EVENT
    measure: Annotated[Measure, BeforeValidator(_one_of(Measure, "measure"))] | None = None
    quantity: Annotated[Text, AfterValidator(check_wording)] = ""
    low: Count | None = None
    high: Count | None = None
    best: Count | None = None
    victims: Text = ""
    victim_side: Text = ""
    victim_status: Text = ""
    stance: Annotated[Stance, BeforeValidator(_one_of(Stance, "stance"))] | None = None
    accused: Text = ""
    act: Text = ""
    frame: Text = ""
    claimant: NeededText
    claimant_side: Text = ""
    source: NeededText
    source_type: Text = ""
    title: Text = ""
    url: Text = ""
    archived_url: Text = ""
    published: Annotated[Text, AfterValidator(check_moment)] = ""
    accessed: Annotated[Text, AfterValidator(check_moment)] = ""
    language: Text = ""
    relayed_from: Text = ""
    quote: Text = ""
    quote_start: Annotated[int, Field(ge=0)] | None = None
    quote_end: Annotated[int, Field(ge=0)] | None = None
    document: Text = ""
    reliability: Annotated[Literal["A", "B", "C", "D", "E", "F", ""], BeforeValidator(_capital)] = ""
    credibility: Annotated[Literal["1", "2", "3", "4", "5", "6", ""], BeforeValidator(_words_of)] = ""
    notes: Text = ""

    @model_validator(mode="after")
    def _needed_for_its_kind(self) -> Claim:
        if self.kind is Kind.CASUALTY:
            if self.measure is None:
                raise MissingColumn("measure", "a casualty claim needs one: killed, injured, missing, ...")
            if not (self.low is None and self.high is None and self.best is None):
                self._check_bounds()
        elif self.kind is Kind.RESPONSIBILITY and self.stance is None:
            raise MissingColumn("stance", "a responsibility claim needs one: claims, admits, accuses, denies, ...")
        elif self.kind is Kind.CHARACTERIZATION and not self.frame:
            raise MissingColumn("frame", "a characterization claim needs the word used, such as retaliatory")
        if self.quote_end is not None and self.quote_start is not None and self.quote_end < self.quote_start:
            raise MissingColumn("quote_end", f"the quote ends at {self.quote_end}, before it starts; swap the two")
        return self

    def _check_bounds(self) -> None:
        low, high, best = self.low, self.high, self.best
        if low is not None and high is not None and low > high:
            raise MissingColumn("low", f"low {low} is above high {high}; swap them")
        if best is not None and ((low is not None and best < low) or (high is not None and best > high)):
            raise MissingColumn("best", f"best {best} lies outside low and high; correct one of the three")

    @property
    def said_by(self) -> Claimant:
        """The claimant with the side given for it."""
        return Claimant(self.claimant, self.claimant_side)

    @property
    def carried_by(self) -> Source:
        """The source with its provenance."""
        return Source(
            self.source, self.source_type, self.title, self.url, self.archived_url,
            self.published, self.accessed, self.language, self.relayed_from,
        )  # fmt: skip

    @property
    def extra(self) -> dict[str, Any]:
        """The columns that the format does not know, as they came."""
        return self.__pydantic_extra__ or {}


class MissingColumn(ValueError):
    """A row lacks, or contradicts itself in, a column that its kind of claim needs."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def content_id(claim: Claim, among: Iterable[str] | None = None) -> str:
    """A stable id from a claim's content: the same words give the same id, in any file and any order.

    A column that says nothing adds nothing, so that a column the format gains later leaves old ids alone. A reader
    that knows which columns can say something, all the rows of a table having the same, passes ``sayable`` of them.
    """
    values = claim.__dict__
    said = [f"{k}={v}" for k in among or _SAYABLE if (v := values[k]) is not None and v != ""]
    if claim.__pydantic_extra__:
        said.append(json.dumps(claim.__pydantic_extra__, sort_keys=True, default=str))
    return "c-" + hashlib.blake2b("\x1f".join(said).encode(), digest_size=6).hexdigest()


def sayable(columns: Iterable[str]) -> tuple[str, ...]:
    """Those columns of the format that can hold something when only these were given, in the format's order."""
    given = {*columns, "scope"}  # scope says something by default
    return tuple(name for name in _SAYABLE if name in given)


_SAYABLE = tuple(name for name in Claim.model_fields if name != "id")


def with_content_id(claim: Claim, among: Iterable[str] | None = None) -> Claim:
    """Give a claim that came without an id the one made from its content, in place: it is not yet anybody's."""
    if not claim.id:
        claim.__dict__["id"] = content_id(claim, among)
        claim.__pydantic_fields_set__.add("id")
    return claim
