"""What a model can say: the columns of a claim as texts, read as leniently as possible, since each is checked later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from claims.model import Kind, Measure, Stance

MOST_CLAIMS = 60
"""Entries of one answer that are looked at; those after them are not."""
_LONGEST = 200_000
"""Characters of an answer given as text in which JSON is looked for."""


def _as_text(value: Any) -> str:
    """A text, or a number as one; nothing of anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value) if isinstance(value, str) or abs(value) < 10**18 else ""


def _as_number(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return value
    digits = value.replace(",", "").strip() if isinstance(value, str) else ""
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 18 else None


def _as_entries(value: Any) -> list[Any]:
    return [one for one in value if isinstance(one, dict)][:MOST_CLAIMS] if isinstance(value, list) else []


def _one_of(*values: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": ["", *values]})


Words = Annotated[str, BeforeValidator(_as_text)]


class Said(BaseModel):
    """One claim that a model says a sentence states; every text but the first three is words of the passage."""

    model_config = ConfigDict(extra="ignore")

    sentence: Annotated[int, BeforeValidator(lambda value: _as_number(value) or 0)] = Field(
        0, description="the number of the sentence that states it"
    )
    kind: Annotated[Words, _one_of(*Kind)] = ""
    measure: Annotated[Words, _one_of(*Measure)] = ""
    stance: Annotated[Words, _one_of(*Stance)] = ""
    quote: Words = Field("", description="the words that state it, exactly")
    quantity: Words = Field("", description="the words of the count, exactly")
    number: Annotated[int | None, BeforeValidator(_as_number)] = Field(
        None, description="the number in them, in digits"
    )
    victims: Words = Field("", description="the counted people or things, exactly")
    accused: Words = Field("", description="the party that the stance is about, exactly")
    act: Words = Field("", description="what it is said to have done, exactly")
    frame: Words = Field("", description="the judging word, exactly")
    claimant: Words = Field("", description="who says it, exactly; empty where nobody is named")
    date: Words = Field("", description="the words for when it happened, exactly")
    place: Words = Field("", description="the words for where it happened, exactly")
    perpetrator: Words = Field("", description="who did it, exactly")


class Answer(BaseModel):
    """The claims that the numbered sentences state."""

    model_config = ConfigDict(extra="ignore")

    claims: Annotated[list[Said], BeforeValidator(_as_entries)]


def answer_in(text: str) -> Answer:
    """The answer in a text: JSON, alone, in a fence, or among other words. Raises ValueError where there is none."""
    for value in _values(text[:_LONGEST]):
        if isinstance(value, list) and any(isinstance(one, dict) and "quote" in one for one in value):
            value = {"claims": value}
        if isinstance(value, dict) and "claims" in value:
            return Answer.model_validate(value)
    raise ValueError('answer with one JSON object, {"claims": [...]}, and nothing else')


_TRIES = 20
"""Places in a text at which JSON is looked for."""


def _values(text: str) -> Iterator[Any]:
    at, decoder = 0, json.JSONDecoder()
    for _ in range(_TRIES):
        starts = [found for found in (text.find("{", at), text.find("[", at)) if found >= 0]
        if not starts:
            return
        at = min(starts)
        try:
            value, at = decoder.raw_decode(text, at)
            yield value
        except (ValueError, RecursionError):
            at += 1
