"""Lines about what an event's claimants said over time, of whom, and what they concede."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.result import Event
from reconcile.said import Chain, Concession, Move, Position, Step
from reports.words import counted, joined, moment, people_and_measure, with_side, worded, words

_TELLING = (Move.UP, Move.DOWN, Move.AT_ONCE, Move.RETRACTED, Move.RECATEGORISED)


def history_lines(event: Event) -> Iterator[tuple[str, str]]:
    """The history of an event as pairs of what a line is about and the line."""
    for chain in event.chains:
        if any(step.move in _TELLING for step in chain.steps):
            yield "over time", chain_line(chain)
    yield from (("on who did it", line) for line in _parties(event.responsibility))
    yield from (("conceded", concession_line(c)) for c in event.concessions)


def chain_line(chain: Chain) -> str:
    """What a voice said about one population, step by step, with the date and the way of each move."""
    people = people_and_measure(chain.population, chain.measure)
    return f"{with_side(chain.voice, chain.side)}, {people}: {' → '.join(_step(s) for s in chain.steps)}"


def _step(step: Step) -> str:
    asides = [moment(step.said)]
    if step.move in _TELLING:
        asides.append(words()["moves"][step.move.value])
    said = [a for a in asides if a]
    count = worded(step.wording, step.low, step.high)
    return f"{count} ({', '.join(said)})" if said else count


def _parties(positions: list[Position]) -> Iterator[str]:
    """One line for each party: who says what of it; what a voice took back comes last."""
    by_party: dict[str, dict[tuple[bool, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for cell in positions:
        voices = by_party[cell.accused or words()["nobody"]][not cell.standing, cell.stance]
        if cell.voice not in voices:
            voices.append(cell.voice)
    for party, said in by_party.items():
        told = (_said(stance, voices, taken_back) for (taken_back, stance), voices in sorted(said.items()))
        yield f"{party}: {'; '.join(told)}"


def _said(stance: str, voices: list[str], taken_back: bool) -> str:
    return f"{'earlier ' if taken_back else ''}{words()['positions'][stance]} {joined(voices)}"


def concession_line(concession: Concession) -> str:
    """What a side says against its own interest, and how many others say the same."""
    others = len(concession.agrees_with)
    more = f"; {counted(others, 'claim of another agrees', 'claims of others agree')}" if others else ""
    return f"{concession.side}, {words()['concessions'][concession.about]}: {concession.what}{more}"
