"""Which of several known names a person means: in full, by some of its words, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.spelling import fold
from reports.escape import visible
from reports.words import joined

_SHOWN = 5


class NameProblem(ValueError):
    """A name that stands for nothing in the result, or for several things; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of some kind, and the ids of what it stands for."""

    kind: str
    name: str
    ids: frozenset[str]

    def __str__(self) -> str:
        return f"{self.kind} “{visible(self.name)}”"


def meant(wanted: str, known: Sequence[Named]) -> Named:
    """The one that is meant: written the same, else spelt the same, else holding all the words in their order.

    ``kind: name`` asks for one kind only. Of several that fit, the one that includes the others is meant: a side
    rather than the claimant with its name. Raises NameProblem.
    """
    for given, among in _readings(wanted, known):
        for fits in (_same, _spelt_alike, _holds):
            found = [each for each in among if fits(given, each.name)]
            if found:
                return _widest(wanted, found)
    raise NameProblem(_unknown(wanted, known))


def _readings(wanted: str, known: Sequence[Named]) -> Iterator[tuple[str, Sequence[Named]]]:
    """The name as it stands, then as one of the kind that is written before a colon."""
    yield wanted, known
    kind, colon, rest = wanted.partition(":")
    of_kind = [each for each in known if each.kind == kind.strip().casefold()]
    if colon and of_kind:
        yield rest.strip(), of_kind


def _same(given: str, name: str) -> bool:
    return given == name


def _spelt_alike(given: str, name: str) -> bool:
    return bool(fold(given)) and fold(given) == fold(name)


def _holds(given: str, name: str) -> bool:
    words, there = fold(given), fold(name)
    return bool(words) and any(there[n : n + len(words)] == words for n in range(len(there)))


def _widest(wanted: str, found: Sequence[Named]) -> Named:
    widest = max(found, key=lambda each: (len(each.ids), each.kind, each.name))
    if any(not each.ids <= widest.ids for each in found):
        raise NameProblem(
            f"“{visible(wanted)}” can be {_listed(found, 'or')}; write one of them in full, with its kind, "
            f"such as “{found[0].kind}: {visible(found[0].name)}”"
        )
    return widest


def _unknown(wanted: str, known: Sequence[Named]) -> str:
    from rapidfuzz.process import extract

    key = " ".join(fold(wanted))
    kinds = joined(sorted({each.kind for each in known}), "or") or "claim"
    spelt = {n: " ".join(fold(each.name)) for n, each in enumerate(known)}
    near = [known[n] for _, _, n in extract(key, spelt, limit=3, score_cutoff=60)]
    remedy = f"the nearest are {_listed(near, 'and')}" if near else f"there are {_listed(known, 'and') or 'none'}"
    return f"no {kinds} is called “{visible(wanted)}”; {remedy}"


def _listed(found: Sequence[Named], last: str) -> str:
    """The first few, each once."""
    every = list(dict.fromkeys(str(each) for each in found))
    more = [f"{len(every) - _SHOWN} more"] if len(every) > _SHOWN else []
    return joined([*every[:_SHOWN], *more], last) if every else ""
