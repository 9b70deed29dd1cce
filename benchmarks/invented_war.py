"""Invented wars of known truth: who died, and what each side, third parties and copyists said about it.

Every population has a true number. Camps speak with a tendency that depends on whose losses they speak of, err
together, round, hedge, correct themselves, keep silent or deny; outlets copy with and without saying whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, floor, log, log10
from random import Random

from reconcile.estimate.comparable import Counted, Role, Statement

NOBODY: Mapping[Role, float] = {}
USUAL = {Role.OWN: -0.45, Role.OTHER_SIDE: 0.8, Role.PERPETRATOR: -0.9, Role.VICTIM_SIDE: 0.35}
FIERCE = {Role.OWN: -0.9, Role.OTHER_SIDE: 1.8, Role.PERPETRATOR: -1.4, Role.VICTIM_SIDE: 0.9}
RUSSIA = {Role.OWN: log(0.3), Role.OTHER_SIDE: log(4.3), Role.PERPETRATOR: -1.2, Role.VICTIM_SIDE: 0.4}
UKRAINE = {Role.OWN: 0.0, Role.OTHER_SIDE: log(2), Role.PERPETRATOR: -0.4, Role.VICTIM_SIDE: 0.1}
WRONG_WAY = {Role.OWN: 0.4, Role.OTHER_SIDE: -0.4, Role.PERPETRATOR: 0.4, Role.VICTIM_SIDE: -0.4}
SPEAKS = {Role.OWN: 0.6, Role.OTHER_SIDE: 0.85, Role.PERPETRATOR: 0.4, Role.VICTIM_SIDE: 0.8}
DENIES = {Role.OWN: 0.1, Role.OTHER_SIDE: 0.0, Role.PERPETRATOR: 0.25, Role.VICTIM_SIDE: 0.0}


@dataclass(frozen=True)
class War:
    """How people speak in one invented war. Standard deviations and tendencies are on the log scale."""

    name: str
    camps: tuple[Mapping[Role, float], ...] = (USUAL, USUAL)
    events: int = 150
    reached: float = 0.7
    """Share of populations of which some independent voice speaks; it is the third parties' reach."""
    independent_voices: tuple[int, int] = (1, 3)
    """Fewest and most independent voices on a population that they reach."""
    independent_bias: float = 0.0
    independent_sd: float = 0.33
    camp_sd: float = 0.55
    shared: float = 0.7
    voice_sd: float = 0.15
    size: tuple[float, float] = (2.7, 1.1)
    tails: float = 0.0
    """Share of statements that are far off (three times the usual error)."""
    flood: int = 1
    """How many times as much the first camp says as the others."""
    copied: float = 1.0
    """Mean number of copies of a statement."""
    hidden: float = 0.2
    """Share of copies that do not say whom they repeat."""
    hedged: float = 0.3
    preliminary: float = 0.25


@dataclass
class _Teller:
    war: War
    dice: Random
    said: list[Statement] = field(default_factory=list)
    voice_bias: dict[str, float] = field(default_factory=dict)

    def of_voice(self, voice: str) -> float:
        if voice not in self.voice_bias:
            self.voice_bias[voice] = self.dice.gauss(0, self.war.voice_sd)
        return self.voice_bias[voice]

    def error(self, sd: float) -> float:
        return self.dice.gauss(0, sd) * (3 if self.dice.random() < self.war.tails else 1)


def populations(war: War, seed: int) -> Iterator[tuple[Counted, int]]:
    """Every population of a war with its true number."""
    dice = Random(f"{war.name}/{seed}")
    teller = _Teller(war, dice)
    for event in range(war.events):
        one, two = dice.sample(range(len(war.camps)), 2)
        for losing, other in ((one, two), (two, one)):
            for kind, own, foe in (("armed", Role.OWN, Role.OTHER_SIDE), ("civil", Role.VICTIM_SIDE, Role.PERPETRATOR)):
                truth = max(1, round(exp(dice.gauss(*war.size))))
                teller.said = []
                _camp(teller, losing, own, truth)
                _camp(teller, other, foe, truth)
                _third_parties(teller, truth)
                if teller.said:
                    yield Counted(f"{event:04}/{losing}/{kind}", tuple(teller.said)), truth


def _camp(teller: _Teller, camp: int, role: Role, truth: int) -> None:
    war, dice, name = teller.war, teller.dice, "ABC"[camp]
    if dice.random() > SPEAKS[role]:
        return
    loud = war.flood if camp == 0 else 1
    voices = dice.sample(range(4 * min(loud, 4)), dice.randint(1, 3) * min(loud, 4))
    common = teller.error(war.camp_sd * war.shared**0.5)
    for n in voices:
        voice = f"{name}{n}"
        if dice.random() < DENIES[role]:
            _say(teller, voice, name, role, 0, "exact")
            continue
        own = teller.error(war.camp_sd * (1 - war.shared) ** 0.5)
        held = log(truth) + war.camps[camp].get(role, 0.0) + common + own + teller.of_voice(voice)
        _tell(teller, voice, name, role, held, repeats=-(-loud // min(loud, 4)))


def _third_parties(teller: _Teller, truth: int) -> None:
    war, dice = teller.war, teller.dice
    if dice.random() > war.reached:
        return
    for n in dice.sample(range(12), dice.randint(*war.independent_voices)):
        held = log(truth) + war.independent_bias + teller.error(war.independent_sd)
        _tell(teller, f"N{n}", None, Role.INDEPENDENT, held)


def _tell(teller: _Teller, voice: str, camp: str | None, role: Role, held: float, repeats: int = 1) -> None:
    """A voice says what it holds, perhaps an early part of it first, in rounded and hedged words, and is copied."""
    war, dice = teller.war, teller.dice
    if dice.random() < war.preliminary:
        early = held + log(dice.uniform(0.3, 0.95))
        form, figure = _word(teller, early)
        _say(teller, voice, camp, role, figure, form, preliminary=dice.random() < 0.6, said=0)
        if dice.random() < 0.25:
            return
    form, figure = _word(teller, held)
    for time in range(repeats):
        _say(teller, voice, camp, role, figure, form, said=1 + time)
        while dice.random() < war.copied / (1 + war.copied):
            if dice.random() < war.hidden:
                outlet = f"outlet{dice.randrange(30)}"
                _say(teller, outlet, None, Role.UNATTRIBUTED, figure, form if dice.random() < 0.8 else "exact", said=2)
            else:
                _say(teller, voice, camp, role, figure, form, said=1 + time)


def _word(teller: _Teller, held: float) -> tuple[str, int]:
    dice, number = teller.dice, exp(held)
    if dice.random() > teller.war.hedged:
        return "exact", _rounded(number, dice.random() < 0.5)
    how = dice.random()
    if how < 0.55:
        return "at least", _rounded(number * exp(-abs(dice.gauss(0, 0.2))), dice.random() < 0.5)
    if how < 0.75:
        return "more than", _rounded(number * exp(-abs(dice.gauss(0.05, 0.2))), True)
    if how < 0.82:
        return "up to", _rounded(number * exp(abs(dice.gauss(0.2, 0.3))), True)
    if how < 0.9 and 12 <= number < 100:
        return "vague", 12
    return "about", _rounded(number, True)


def _rounded(number: float, roughly: bool) -> int:
    if not roughly or number < 20:
        return max(0, floor(number + 0.5))
    unit = 10 ** floor(log10(number)) // 2
    return int(max(1, floor(number / unit + 0.5)) * unit)


def _say(
    teller: _Teller, voice: str, camp: str | None, role: Role, figure: int, form: str, *, preliminary: bool = False,
    said: float = 1,
) -> None:  # fmt: skip
    low, high, core_high = figure, figure, figure
    point: int | None = figure
    if form in ("at least", "more than"):
        low, high, core_high = figure + (form == "more than"), None, 3 * figure
    elif form == "up to":
        low = 0
    elif form == "vague":
        low, high, core_high, point = 12, 99, 99, None
    core_low = 24 if form == "vague" else low
    name = f"s{len(teller.said):03}"
    teller.said.append(
        Statement(name, voice, camp, role, low, high, core_low, core_high, point, form, preliminary, said)
    )
