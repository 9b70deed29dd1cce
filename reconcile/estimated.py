"""What figures allow, concede and suggest: the parts of the public result that estimate, and the ledger."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Conceded(_Part):
    """What one side concedes of one population; ``high`` is null when open."""

    side: str
    role: str
    """``own-loss``: of its own losses; ``perpetrator``: of people killed by its own side."""
    low: int
    high: int | None


class Working(_Part):
    """How the figure of one voice entered the model's estimate."""

    voice: str
    side: str | None
    role: str
    """Whose losses the voice speaks of: ``own-loss``, ``other-side-loss``, ``perpetrator`` (people killed by its own
    side), ``victim-side`` (civilians of its own side), ``third-party`` or ``unattributed``."""
    said: str
    claims: list[str]
    factor: float | None
    """How the side's figures in this role run against independent counts; null for a third party, which is not
    corrected."""
    factor_low: float | None
    factor_high: float | None
    events: int
    """Populations behind the factor; 0 where nothing is known of it and it is 1."""
    reads_as: int
    weight: float
    """Share in the estimate, from 0 to 1."""


class RuleAnswer(_Part):
    """One number for a population under one rule; low, best and high are null where the rule gives none."""

    rule: str
    """``ucdp``, ``conservative``, ``representative`` or ``model``."""
    low: int | None
    best: int | None
    high: int | None
    why: str
    """On what the answer rests, or why there is none."""
    working: list[Working] = []
    """For the model: each voice's part."""


class LedgerEntry(_Part):
    """How figures run: ``factor`` times what they are held against, as far as ``events`` populations tell.

    ``voice`` is null for all voices of a side, ``side`` as well for everybody who speaks in the role. ``low`` to
    ``high`` holds the factor with a probability of 80 % under the model. Shown, never applied to a finding.
    """

    voice: str | None
    side: str | None
    role: str
    """Whose losses the voice speaks of: ``own-loss``, ``other-side-loss``, ``perpetrator`` or ``victim-side``."""
    against: str
    """``independent counts`` or ``own-loss admissions``."""
    factor: float
    low: float
    high: float
    events: int
