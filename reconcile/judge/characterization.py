"""Words that frame one act in opposed ways: retaliatory or unprovoked, a precision strike or indiscriminate.

Frames are poles of named dimensions, held as data. Opposite poles of one dimension about the same party's act
conflict; the tool shows the two words side by side and does not rule which fits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations

from claims.lexicon import data
from reconcile.judge.case import Case
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for

_NEGATED = re.compile(r"\b(?:not|no|never|non|without|neither)\b[\s-]*(?:an?|the|any)?\s*", re.IGNORECASE)


@cache
def _poles() -> list[tuple[str, str, re.Pattern[str]]]:
    found = []
    for dimension, poles in data("reconcile", "frames.yaml")["dimensions"].items():
        for pole, words in poles.items():
            pattern = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in words)
            found.append((dimension, pole, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)))
    return found


@lru_cache(maxsize=4096)
def read_frame(words: str) -> frozenset[tuple[str, str]]:
    """The (dimension, pole) pairs that a frame's words stand for; a negated word stands for the other pole."""
    text = words.replace("-", " ").replace("’", "'")
    found = set()
    for dimension, pole, pattern in _poles():
        for match in pattern.finditer(text):
            negated = any(n.end() == match.start() for n in _NEGATED.finditer(text))
            found.add((dimension, _other(pole) if negated else pole))
    return frozenset(found)


def _other(pole: str) -> str:
    return "b" if pole == "a" else "a"


def opposed(one: str, two: str) -> str | None:
    """The dimension on which two frames oppose each other, or None. Symmetric."""
    a, b = read_frame(one), read_frame(two)
    clashing = sorted(dimension for dimension, pole in a if (dimension, _other(pole)) in b)
    agreeing = {dimension for dimension, pole in a if (dimension, pole) in b}
    remaining = [d for d in clashing if d not in agreeing]
    if remaining:
        return remaining[0]
    return "negation" if _bare(one) == _bare(two) and _is_negated(one) != _is_negated(two) else None


def _bare(words: str) -> str:
    return " ".join(_NEGATED.sub("", words.casefold().replace("-", " ")).split())


def _is_negated(words: str) -> bool:
    return _NEGATED.search(words.replace("-", " ")) is not None


def opposed_frames(case: Case) -> list[Finding]:
    """Characterizations of one act that stand at opposite poles."""
    edges = []
    for one, two in combinations(case.characterizations, 2):
        if one.voice == two.voice or not _one_act(case, one, two):
            continue
        dimension = opposed(one.claim.frame, two.claim.frame)
        if dimension is not None:
            left, right = sorted((one, two), key=lambda r: (r.camp or "~", r.claim.frame.casefold(), r.id))
            edges.append(((dimension, left.camp, right.camp), left, right))
    return case.most_severe([_dispute(case, key[0], a, b) for key, a, b in case.disputes(edges)])


def _one_act(case: Case, one: Reading, two: Reading) -> bool:
    """Whether both frame the act of one party, as far as they name one."""
    doers = [case.reader.known_camps((*r.perpetrators, *r.accused)) for r in (one, two)]
    return not doers[0] or not doers[1] or bool(doers[0] & doers[1])


def _dispute(case: Case, dimension: str, ones: list[Reading], twos: list[Reading]) -> Finding:
    one, two = ones[0], twos[0]
    factors = factors_for("framing", "contradiction", case.independence(one, two))
    text = (
        f"{case.who(one)} called it “{one.claim.frame}”; {case.who(two)} called it “{two.claim.frame}”. "
        f"The two words are opposed ({dimension.replace('_', ' ')})."
    )
    about, verdict = About.CHARACTERIZATION, Verdict.CONTRADICTION
    return case.finding("characterization-opposed", about, verdict, (ones, twos), factors, text)
