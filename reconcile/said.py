"""What an event's claimants said over time and about whom: the parts of the public result that hold no judgement."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Move(StrEnum):
    """How a statement stands to what its own voice said before about the same people.

    ``at once`` is a statement made too close to the one before it for either to have replaced the other.
    """

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"
    AT_ONCE = "at once"
    RETRACTED = "retracted"
    RECATEGORISED = "re-categorised"


class Step(_Part):
    """One statement of a chain, with its count as read; ``high`` is null when open."""

    claim: str
    said: str
    """When it was published, as the claim has it."""
    wording: str
    victims: str
    low: int
    high: int | None
    move: Move | None
    """Null for the first figure, and for the first one after a figure was withdrawn."""
    standing: bool
    """Whether the voice stands by it, as far as these claims tell: no later statement of its own replaced it."""


class Chain(_Part):
    """What one voice said about one population, in the order in which it was said.

    Only voices that spoke more than once, or withdrew a figure, have a chain. ``undated`` are the claims of the same
    voice about the same people that cannot be put in order.
    """

    voice: str
    side: str | None
    population: str
    measure: str
    steps: list[Step]
    undated: list[str]


class Position(_Part):
    """What one voice says about whether one party did one thing: a cell of the event's responsibility matrix."""

    voice: str
    side: str | None
    accused: str | None
    """The party as the registry or the claims name it; null where the stance is about no party."""
    accused_side: str | None
    stance: str
    act: str
    """The act as worded; empty for the event itself."""
    claims: list[str]
    standing: bool
    """False where the same voice later said the opposite, or withdrew it."""


class Concession(_Part):
    """What a side says against its own interest: an act of its own, or civilians among the victims of its own act.

    Own losses are in the event's ranges. ``agrees_with`` are the claims of others that say the same.
    """

    side: str
    about: str
    """``act`` or ``status``."""
    what: str
    claims: list[str]
    agrees_with: list[str]
