"""Which findings are the ones that an expectation speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from counterclaim.testing.parties import claims_named, event_named
from reconcile.result import About, Finding, Result, Verdict
from reports.view import CONTESTED

Slots = list[frozenset[str]]
Word = TypeVar("Word", About, Verdict)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a finding has to be; an empty tuple or text leaves it open."""

    about: tuple[About, ...] = ()
    verdicts: tuple[Verdict, ...] = CONTESTED
    at_least: int = 0
    """The least severity."""
    at_most: int = 100
    event: str = ""

    def __str__(self) -> str:
        """As it stands in a sentence: ``contradiction or tension about count, severity 40 or more``."""
        told = " or ".join(v.value for v in self.verdicts) or "finding"
        told += f" about {' or '.join(a.value for a in self.about)}" if self.about else ""
        told += f", severity {self.at_least} or more" if self.at_least else ""
        told += f", severity {self.at_most} or less" if self.at_most < 100 else ""
        return told

    def lacks(self, finding: Finding, event: str) -> list[str]:
        """What keeps a finding from being the one, in words; ``event`` is the id that ``self.event`` stands for."""
        reasons = []
        if self.verdicts and finding.verdict not in self.verdicts:
            reasons.append(f"it is a {finding.verdict.value}")
        if self.about and finding.about not in self.about:
            reasons.append(f"it is about {finding.about.value}")
        if not self.at_least <= finding.severity <= self.at_most:
            reasons.append(f"its severity is {finding.severity}")
        if event and finding.event != event:
            reasons.append("it is about another event")
        return reasons

    def among(self, result: Result) -> list[Finding]:
        """The findings that fit, the most severe first. Raises NameProblem for an unknown event."""
        event = event_named(result, self.event) if self.event else ""
        return [f for f in result.findings if not self.lacks(f, event)]


def sought(
    about: str | Collection[str] | None = None,
    verdict: str | Collection[str] | None = None,
    at_least: str | int = 0,
    at_most: str | int = 100,
    event: str | None = None,
    *,
    default: tuple[Verdict, ...] = CONTESTED,
) -> Sought:
    """The same from plain words. Raises ValueError for a word that is none of those there are."""
    from counterclaim.bands import severity_of

    return Sought(
        tuple(_one_of(About, word) for word in _several(about)),
        tuple(_one_of(Verdict, word) for word in _several(verdict)) or default,
        severity_of(at_least),
        severity_of(at_most),
        event or "",
    )


def _several(words: str | Collection[str] | None) -> list[str]:
    return [] if words is None else [words] if isinstance(words, str) else list(words)


def _one_of(kind: type[Word], word: str) -> Word:
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"{word!r} is none of {', '.join(each.value for each in kind)}") from None


def slots(finding: Finding) -> Slots:
    """The claims of a finding, each with those that repeat it."""
    return [frozenset((claim, *finding.echoes.get(claim, []))) for claim in finding.claims]


def parties(result: Result, names: Sequence[str]) -> list[frozenset[str]]:
    """The claims that each name stands for. Raises NameProblem."""
    return [claims_named(result, name) for name in names]


def opposes(finding: Finding, those: Sequence[frozenset[str]]) -> bool:
    """Whether a finding sets the parties against each other: a claim of its own for each."""
    return _each_its_own(slots(finding), those)


def _each_its_own(free: Slots, those: Sequence[frozenset[str]]) -> bool:
    if not those:
        return True
    first, *rest = those
    return any(slot & first and _each_its_own(free[:n] + free[n + 1 :], rest) for n, slot in enumerate(free))


def names_all(finding: Finding, those: Sequence[frozenset[str]]) -> bool:
    """Whether a finding names a claim of each party, set against each other or not."""
    named = frozenset[str]().union(*slots(finding))
    return all(named & each for each in those)


def in_dispute(result: Result, names: Sequence[str], wanted: Sought) -> Iterator[Finding]:
    """The findings that set any two of the parties against each other. Raises NameProblem."""
    pairs = list(combinations(parties(result, names), 2))
    return (f for f in wanted.among(result) if any(opposes(f, pair) for pair in pairs))
