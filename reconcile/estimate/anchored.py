"""The model: figures with the known tendency of their camp divided out, weighed, with a band and its working.

It is a model's answer and labelled so. It gives no best estimate where no independent voice speaks and too little is
known of the voices that do. What a side admits of its own losses is shown elsewhere and never used to cut a band:
doing so gains nothing where admissions are true and costs where they are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, floor, fsum, sqrt

from reconcile.estimate.comparable import HALF, Counted, Role
from reconcile.estimate.constants import constants
from reconcile.estimate.ledger import Ledger, Tendency
from reconcile.estimate.voting import Vote, votes

NO_FIGURE = "nobody gave a figure"
NOT_ENOUGH = (
    "no best estimate: no independent voice gave a figure, and too few figures of these sides could be held against an "
    "independent count"
)


@dataclass(frozen=True, slots=True)
class Line:
    """How one vote entered: as said, as read once wording and tendency are undone, and its share of the weight."""

    voice: str
    camp: str | None
    role: Role
    figure: float
    form: str
    tendency: Tendency | None
    reads_as: float
    weight: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A best estimate with a band that holds the truth four times in five, or the reason why there is none.

    ``middle`` and ``sd`` are on the log scale; ``None`` together with ``refused`` set.
    """

    key: str
    middle: float | None
    sd: float | None
    lines: tuple[Line, ...]
    refused: str = ""

    @property
    def best(self) -> int | None:
        """The middle as a whole number of people."""
        return None if self.middle is None else max(0, round(people(self.middle)))

    @property
    def low(self) -> int | None:
        """The least whole number inside the band."""
        best = self.best
        if best is None or self.middle is None or self.sd is None:
            return None
        return max(0, min(best, ceil(people(self.middle - constants().band * self.sd))))

    @property
    def high(self) -> int | None:
        """The greatest whole number inside the band."""
        best = self.best
        if best is None or self.middle is None or self.sd is None:
            return None
        return max(best, floor(people(self.middle + constants().band * self.sd)))


def people(value: float) -> float:
    """A logarithm as a number of people."""
    return exp(value) - HALF


@dataclass(frozen=True, slots=True)
class _Term:
    """What independent voices, one each, or the voices of one camp together contribute."""

    votes: tuple[Vote, ...]
    tendency: Tendency | None
    middle: float
    variance: float


def estimate(counted: Counted, ledger: Ledger) -> Estimate:
    """The model's answer for one population under a ledger."""
    return estimate_from(counted.key, votes(counted), ledger)


def estimate_from(key: str, found: Sequence[Vote], ledger: Ledger) -> Estimate:
    """As ``estimate``, from votes that were already taken."""
    terms = _terms(found, ledger)
    if not terms:
        return Estimate(key, None, None, (), NO_FIGURE)
    total = fsum(1 / t.variance for t in terms)
    lines = tuple(_line(v, t, 1 / t.variance / total / len(t.votes)) for t in terms for v in t.votes)
    if not any(_grounded(t) for t in terms):
        return Estimate(key, None, None, lines, NOT_ENOUGH)
    return Estimate(key, fsum(t.middle / t.variance for t in terms) / total, sqrt(1 / total), lines)


def _grounded(term: _Term) -> bool:
    """Whether an estimate may rest on a term alone: an independent voice, or a camp with a record."""
    if term.tendency is None:
        return True
    return term.votes[0].camp is not None and term.tendency.events >= constants().least_comparisons


def _terms(found: Sequence[Vote], ledger: Ledger) -> list[_Term]:
    groups: dict[tuple[str, str, str], list[Vote]] = defaultdict(list)
    for vote in found:
        alone = vote.role is Role.INDEPENDENT
        groups[vote.role, vote.camp or "", vote.voice if alone else ""].append(vote)
    return [_term(groups[key], ledger) for key in sorted(groups)]


def _term(group: Sequence[Vote], ledger: Ledger) -> _Term:
    """Voices of one camp err together, so that many of them narrow the doubt only a little."""
    role, n = group[0].role, len(group)
    spread = ledger.spread(role)
    mean = fsum(v.log for v in group) / n
    words = fsum(v.spread**2 for v in group) / n**2
    if role is Role.INDEPENDENT:
        return _Term(tuple(group), None, mean, spread**2 + words)
    tendency = ledger.tendency(group[0].camp, role)
    shared = constants().correlation
    variance = spread**2 * (shared + (1 - shared) / n) + tendency.doubt**2 + words
    return _Term(tuple(group), tendency, mean - tendency.bias, variance)


def _line(vote: Vote, term: _Term, weight: float) -> Line:
    bias = term.tendency.bias if term.tendency else 0.0
    return Line(
        voice=vote.voice,
        camp=vote.camp,
        role=vote.role,
        figure=vote.statements[-1].figure,
        form=vote.statements[-1].form,
        tendency=term.tendency,
        reads_as=people(vote.log - bias),
        weight=weight,
        statements=tuple(s.id for s in vote.statements),
    )
