"""How near estimates come to a known truth in invented wars, and how honest their bands are.

python benchmarks/belligerents.py [--seeds N] [--quick]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import log
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
    War("asymmetric", (RUSSIA, UKRAINE)),
    War("hidden copying 70 %", hidden=0.7, copied=2.0),
    War("honest sides", (NOBODY, NOBODY)),
    War("wrong-way sides", (WRONG_WAY, WRONG_WAY)),
    War("heavy tails", tails=0.15),
    War("15 events only", events=15),
    War("rare neutral (10 %)", reached=0.1),
    War("rare neutral (10 %), adversarial", (FIERCE, USUAL), flood=12, reached=0.1),
    War("no neutral voice", reached=0.0),
    War("no neutral + adversarial", (FIERCE, USUAL), flood=12, reached=0.0),
    War("neutral undercounts x0.67", independent_bias=log(0.67)),
)
METHODS = ("mean", "median", "lowest", "UCDP-like", "bracket", "GTM", "CRH", "ours", "nothing learnt")


def answers(people: list[Counted]) -> Iterator[tuple[str, str, Triple | None]]:
    """Every method's answer for every population; None where a method gives none."""
    polls = {c.key: votes(c) for c in people}
    table = by_source(people)
    whole = {"GTM": gtm(table), "CRH": crh(table)}
    ledger, empty = learn_from(polls), nothing_learnt()
    for counted in people:
        found, key = polls[counted.key], counted.key
        yield key, "mean", mean_of_reports(counted)
        yield key, "median", median_of_voices(found)
        yield key, "lowest", lowest(found)
        yield key, "UCDP-like", _numbers(ucdp(found))
        yield key, "bracket", bracket(found)
        for name, results in whole.items():
            yield key, name, results.get(key)
        yield key, "ours", _numbers(estimate_from(key, found, ledger))
        yield key, "nothing learnt", _numbers(estimate_from(key, found, empty))


def _numbers(found: object) -> Triple | None:
    best, low, high = (getattr(found, name) for name in ("best", "low", "high"))
    return None if best is None else (best, low, high)


class Score:
    """Errors and coverage of one method in one kind of war."""

    def __init__(self) -> None:
        self.error = 0.0
        self.answered = self.covered = self.asked = 0

    def add(self, answer: Triple | None, truth: int) -> None:
        """One population."""
        self.asked += 1
        if answer is None:
            return
        best, low, high = answer
        self.answered += 1
        self.error += abs(log(best + HALF) - log(truth + HALF))
        self.covered += round(low) <= truth <= round(high)

    def __str__(self) -> str:
        if not self.answered:
            return "refused"
        return f"{self.error / self.answered:.2f}/{self.covered / self.answered:.2f}"


def run(war: War, seeds: int) -> tuple[dict[str, Score], float, float]:
    """Scores by method, the share of votes that are independent, and of populations with an independent vote."""
    scores: dict[str, Score] = defaultdict(Score)
    independent = all_votes = reached = asked = 0
    for seed in range(seeds):
        drawn = list(populations(war, seed))
        truth = {c.key: t for c, t in drawn}
        polls = [votes(c) for c, _ in drawn]
        polls = [p for p in polls if p]
        independent += sum(_independent(p) for p in polls)
        all_votes += sum(map(len, polls))
        reached += sum(_independent(p) > 0 for p in polls)
        asked += len(polls)
        for key, method, answer in answers([c for c, _ in drawn if votes(c)]):
            scores[method].add(answer, truth[key])
    return scores, independent / all_votes, reached / asked


def _independent(found: list[Vote]) -> int:
    return sum(v.role is Role.INDEPENDENT for v in found)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--quick", action="store_true", help="two seeds and a third of the events")
    asked = parser.parse_args()
    print("MAE of |log best - log truth| / share of populations whose truth lies in the stated 80 % band.\n")
    print("| scenario | independent votes | populations reached |", " | ".join(METHODS), "| ours refused |")
    print("|---|--:|--:|" + "--:|" * (len(METHODS) + 1))
    start = process_time()
    for war in WARS:
        seeds = asked.seeds * (8 if war.events < 50 else 1)
        if asked.quick:
            war, seeds = replace(war, events=min(war.events, 50)), 2
        scores, share, reached = run(war, seeds)
        cells = " | ".join(str(scores[m]) for m in METHODS)
        refused = 1 - scores["ours"].answered / scores["ours"].asked
        print(f"| {war.name} | {share:.0%} | {reached:.0%} | {cells} | {refused:.0%} |")
    print(f"\n{process_time() - start:.0f} s of CPU.")


if __name__ == "__main__":
    main()
