"""How near estimates come to a known truth in invented wars, and how honest their bands are.

    python benchmarks/belligerents.py [--seeds N] [--quick] [--random N]

Prints a Markdown table. A cell is the mean of |log best - log truth|, then the share of populations whose truth lies in
the stated band: 80 % for the model, GTM and CRH, from the lowest to the highest figure for the others. 0.20 is a factor
of 1.22, 0.40 one of 1.49. A war whose populations the model refuses is scored for the other methods alone; otherwise
all are scored on the populations that the model answers, and what it refused is in the last columns. The model that
learnt nothing answers only where an independent voice speaks. ``--random N`` adds N wars of drawn parameters and says
how many of them keep the bar: a coverage of 75 to 88 %, and an error below every other method's.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import log
from random import Random
from time import process_time

from invented_war import FIERCE, NOBODY, RUSSIA, UKRAINE, USUAL, WRONG_WAY, War, populations
from rivals import Triple, bracket, by_source, crh, gtm, lowest, mean_of_reports, median_of_voices

from reconcile.estimate.anchored import estimate_from
from reconcile.estimate.comparable import HALF, Counted, Role
from reconcile.estimate.ledger import learn_from, nothing_learnt
from reconcile.estimate.rules import ucdp
from reconcile.estimate.voting import Vote, votes

WARS = (
    War("base"),
    War("adversarial side, x12 flooding", (FIERCE, USUAL), flood=12),
    War("asymmetric (Russia and Ukraine)", (RUSSIA, UKRAINE)),
    War("hidden copying 70 %", hidden=0.7, copied=2.0),
    War("honest sides", (NOBODY, NOBODY)),
    War("wrong-way sides", (WRONG_WAY, WRONG_WAY)),
    War("heavy tails", tails=0.15),
    War("three camps", (RUSSIA, UKRAINE, USUAL)),
    War("15 events only", events=15),
    War("rare neutral (10 %)", reached=0.1),
    War("rare neutral (10 %), adversarial", (FIERCE, USUAL), flood=12, reached=0.1),
    War("no neutral voice", reached=0.0),
    War("no neutral, adversarial", (FIERCE, USUAL), flood=12, reached=0.0),
    War("neutral undercounts x0.67", independent_bias=log(0.67)),
)
RIVALS = ("mean", "median", "UCDP-like", "GTM", "CRH")
METHODS = ("mean", "median", "lowest", "UCDP-like", "bracket", "GTM", "CRH", "ours", "nothing learnt")


class Score:
    """Errors and coverage of one method in one kind of war."""

    def __init__(self) -> None:
        self.wrong = 0.0
        self.answered = self.covered = 0

    def add(self, answer: Triple, truth: int) -> None:
        """One population."""
        best, low, high = answer
        self.answered += 1
        self.wrong += abs(log(best + HALF) - log(truth + HALF))
        self.covered += low <= truth <= high

    @property
    def error(self) -> float:
        """Mean distance from the truth on the log scale."""
        return self.wrong / self.answered

    @property
    def coverage(self) -> float:
        """Share of truths inside the band."""
        return self.covered / self.answered

    def __str__(self) -> str:
        return f"{self.error:.2f} / {self.coverage:.2f}" if self.answered else "refused"


class Outcome:
    """All scores in one kind of war, and how much independent voices had to say in it."""

    def __init__(self, war: War, seeds: int) -> None:
        self.scores: dict[str, Score] = defaultdict(Score)
        self.asked = self.reached = self.votes = self.independent = 0
        for seed in range(seeds):
            self._run(list(populations(war, seed)))

    def _run(self, drawn: list[tuple[Counted, int]]) -> None:
        polls = {c.key: found for c, _ in drawn if (found := votes(c))}
        truth = {c.key: t for c, t in drawn}
        self._weigh(polls)
        given = answers([c for c, _ in drawn if c.key in polls], polls)
        answered = set(given["ours"]) or set(polls)
        for method, found in given.items():
            for key in answered & set(found):
                self.scores[method].add(found[key], truth[key])

    def _weigh(self, polls: dict[str, list[Vote]]) -> None:
        independent = [sum(v.role is Role.INDEPENDENT for v in found) for found in polls.values()]
        self.asked += len(polls)
        self.reached += sum(n > 0 for n in independent)
        self.votes += sum(map(len, polls.values()))
        self.independent += sum(independent)

    @property
    def share(self) -> float:
        """Share of all votes that are independent."""
        return self.independent / self.votes

    def refused(self, method: str = "ours") -> float:
        """Share of populations that the model gave no estimate for."""
        return 1 - self.scores[method].answered / self.asked

    @property
    def nearest_rival(self) -> float:
        """The least error of the other methods."""
        return min(self.scores[m].error for m in RIVALS)


def answers(people: list[Counted], polls: dict[str, list[Vote]]) -> dict[str, dict[str, Triple]]:
    """Every method's (best, low, high) for each population that it answers."""
    found: dict[str, dict[str, Triple]] = {m: {} for m in METHODS}
    table = by_source(people)
    found["GTM"], found["CRH"] = gtm(table), crh(table)
    ledger, empty = learn_from(polls), nothing_learnt()
    for counted in people:
        for method, answer in _each(counted, polls[counted.key]):
            found[method][counted.key] = answer
        for method, known in (("ours", ledger), ("nothing learnt", empty)):
            ours = estimate_from(counted.key, polls[counted.key], known)
            if ours.best is not None and ours.low is not None and ours.high is not None:
                found[method][counted.key] = (ours.best, ours.low, ours.high)
    return found


def _each(counted: Counted, found: list[Vote]) -> Iterator[tuple[str, Triple]]:
    """The methods that look at one population alone."""
    yield "mean", mean_of_reports(counted)
    yield "median", median_of_voices(found)
    yield "lowest", lowest(found)
    yield "bracket", bracket(found)
    rule = ucdp(found)
    if rule.best is not None and rule.low is not None and rule.high is not None:
        yield "UCDP-like", (rule.best, rule.low, rule.high)


def drawn_war(number: int) -> War:
    """A war of drawn parameters."""
    dice = Random(number)

    def camp() -> dict[Role, float]:
        strength, habit = dice.choice([0, 0.3, 0.6, 0.9]), dice.choice([0, 1, 1.5])
        return {role: dice.gauss(0, strength) + habit * usual for role, usual in USUAL.items()}

    least = dice.choice([1, 1, 2])
    return War(
        f"drawn {number}",
        tuple(camp() for _ in range(dice.choice([2, 2, 3]))),
        events=dice.choice([15, 15, 40, 100, 150]),
        reached=dice.choice([0.2, 0.4, 0.6, 0.8, 1.0]),
        independent_voices=(least, least + dice.choice([0, 1, 2, 3])),
        independent_sd=dice.choice([0.15, 0.25, 0.33, 0.45, 0.6]),
        camp_sd=dice.choice([0.25, 0.45, 0.6, 0.8]),
        shared=dice.choice([0.3, 0.5, 0.7, 0.9]),
        voice_sd=dice.choice([0, 0.15, 0.3]),
        size=(dice.choice([1.5, 2.7, 3.7]), dice.choice([0.8, 1.1, 1.5])),
        tails=dice.choice([0, 0, 0.1, 0.2]),
        flood=dice.choice([1, 1, 4, 12]),
        copied=dice.choice([0, 1, 2]),
        hidden=dice.choice([0, 0.2, 0.7]),
        hedged=dice.choice([0, 0.3, 0.6]),
        preliminary=dice.choice([0, 0.25, 0.5]),
    )


def random_wars(number: int) -> None:
    """Print how often the bar is kept in wars of drawn parameters, by the share of independent votes."""
    wars = [drawn_war(n) for n in range(number)]
    outcomes = [Outcome(war, max(1, 150 // war.events)) for war in wars]
    print("\n| drawn wars | how many | coverage in 75-88 % | mean coverage | nearest of all | error | nearest rival |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, low, high in (("30 % independent votes or more", 0.3, 1.1), ("fewer", 0.0, 0.3)):
        some = [o for o in outcomes if low <= o.share < high and o.scores["ours"].answered]
        if not some:
            continue
        ours = [o.scores["ours"] for o in some]
        kept = sum(0.75 <= s.coverage <= 0.88 for s in ours) / len(some)
        nearest = sum(o.scores["ours"].error < o.nearest_rival for o in some) / len(some)
        means = [
            sum(values) / len(some)
            for values in ([s.coverage for s in ours], [s.error for s in ours], [o.nearest_rival for o in some])
        ]
        print(
            f"| {name} | {len(some)} | {kept:.0%} | {means[0]:.2f} | {nearest:.0%} | {means[1]:.2f} | {means[2]:.2f} |"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=8, help="wars of each kind; eight times as many of short ones")
    parser.add_argument("--quick", action="store_true", help="two wars of each kind, of 50 events at most")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="also N wars of drawn parameters")
    asked = parser.parse_args()
    start = process_time()
    print(
        "| war | independent votes | populations reached |",
        " | ".join(METHODS),
        "| refused | refused, nothing learnt |",
    )
    print("|---|--:|--:|" + "--:|" * (len(METHODS) + 2))
    for war in WARS:
        seeds = asked.seeds * (8 if war.events < 50 else 1)
        found = Outcome(replace(war, events=min(war.events, 50)), 2) if asked.quick else Outcome(war, seeds)
        cells = " | ".join(str(found.scores[m]) for m in METHODS)
        reached = found.reached / found.asked
        refusals = " | ".join(f"{found.refused(m):.0%}" for m in ("ours", "nothing learnt"))
        print(f"| {war.name} | {found.share:.0%} | {reached:.0%} | {cells} | {refusals} |")
    if asked.random:
        random_wars(asked.random)
    print(f"\n{process_time() - start:.0f} s of CPU.")


if __name__ == "__main__":
    main()
