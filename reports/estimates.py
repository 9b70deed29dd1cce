"""Lines about the single numbers that rules give for one population, and the working of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.estimated import RuleAnswer, Working
from reconcile.result import Result
from reports.words import counted, number, span, with_side, words


def has_estimates(result: Result) -> bool:
    """Whether single numbers were asked for."""
    return any(said.rules for event in result.events for said in event.estimates)


def rule_lines(rules: Sequence[RuleAnswer]) -> Iterator[tuple[int, str]]:
    """One line for each rule, and under the model one for each voice, with how deep each line stands."""
    for answer in rules:
        yield 0, rule_line(answer)
        yield from ((1, working_line(working, weighed=answer.best is not None)) for working in answer.working)


def rule_line(answer: RuleAnswer) -> str:
    """What a rule gives, and on what that rests or why it gives nothing."""
    return f"{words()['rules'][answer.rule]}: {_number(answer)}{answer.why}"


def _number(answer: RuleAnswer) -> str:
    if answer.best is None or answer.low is None or answer.high is None:
        return ""
    band = "80 % band " if answer.rule == "model" else ""
    return f"{number(answer.best)} ({band}{span(answer.low, answer.high)}); "


def working_line(working: Working, *, weighed: bool = True) -> str:
    """How one voice's figure entered the model's estimate, or would have."""
    role = words()["roles"][working.role]
    told = f"{with_side(working.voice, working.side)}: {working.said} [{role}{_record(working)}]"
    return f"{told} reads as {number(working.reads_as)}, weight {100 * working.weight:.0f} %" if weighed else told


def _record(working: Working) -> str:
    if working.factor is None or working.factor_low is None or working.factor_high is None:
        return ""
    if not working.events:
        return "; not held against an independent count before"
    reach = factors(working.factor_low, working.factor_high)
    return f"; runs {factor(working.factor)} ({reach}) of independent counts, {counted(working.events, 'comparison')}"


def factor(value: float) -> str:
    """A factor: ``×0.77``, ``×2.4``, ``×18``."""
    return f"×{value:.2f}" if value < 1 else f"×{value:.1f}" if value < 10 else f"×{value:,.0f}"


def factors(low: float, high: float) -> str:
    """A range of factors: ``×0.65–×0.91``."""
    return f"{factor(low)}–{factor(high)}"
