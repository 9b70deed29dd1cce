"""Remarks in a claim's words: that its claimant takes a statement back, or that one party acted alone."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from claims.lexicon import data
from claims.model import Claim

_NEAR, _TURNED_BY = 30, 3
_SENTENCE_END = re.compile(r"[.;!?。！？؟।]")
_CLAUSE_END = re.compile(r"[.,;!?。，！？؟،।]")


class Withdrawal(StrEnum):
    """What a remark of withdrawal takes back: what its claimant said before, or this very statement, later."""

    EARLIER = "earlier"
    ITSELF = "itself"


def withdrawal(claim: Claim) -> Withdrawal | None:
    """What the quote or the notes say that the claimant took back ("withdrew the figure"), if they say so."""
    return next((found for text in (claim.notes, claim.quote) if text and (found := _withdrawal(text))), None)


def acted_alone(claim: Claim) -> bool:
    """Whether the words for the accused or the act say that nobody else took part ("alone", "solely")."""
    return _alone(claim.accused, "accused") or _alone(claim.act, "act")


@lru_cache(maxsize=65536)
def without_alone(accused: str) -> str:
    """The name of an accused party without words such as "alone"; as it came when nothing else would be left."""
    bare = _pattern("alone", "accused").sub(" ", accused).strip(" ,")
    return re.sub(r"\s+", " ", bare) or accused


@lru_cache(maxsize=65536)
def _alone(text: str, where: str) -> bool:
    return any(_unturned(hit, "alone") for hit in _pattern("alone", where).finditer(text))


@lru_cache(maxsize=65536)
def _withdrawal(text: str) -> Withdrawal | None:
    whole = _pattern("withdrawal", "phrases").finditer(text)
    verbs = _pattern("withdrawal", "verbs").finditer(text)
    found = [*whole, *(hit for hit in verbs if _of_a_statement(hit))]
    said = [hit for hit in found if _unturned(hit, "withdrawal")]
    if not said:
        return None
    return Withdrawal.ITSELF if any(_words_before(hit) & _later_words() for hit in said) else Withdrawal.EARLIER


def _of_a_statement(hit: re.Match[str]) -> bool:
    """Whether a statement or figure is near a verb, in its clause: troops are withdrawn too, from somewhere."""
    objects = _pattern("withdrawal", "objects")
    before = _CLAUSE_END.split(hit.string[max(0, hit.start() - _NEAR) : hit.start()])[-1]
    after = _CLAUSE_END.split(hit.string[hit.end() : hit.end() + _NEAR])[0]
    if after.casefold().split()[:1] and after.casefold().split()[0] in _table("withdrawal")["places_follow"]:
        return False
    return bool(objects.search(before) or objects.search(after))


def _unturned(hit: re.Match[str], kind: str) -> bool:
    return not _words_before(hit) & _negators(kind)


def _words_before(hit: re.Match[str]) -> set[str]:
    before = _SENTENCE_END.split(hit.string[: hit.start()])[-1].casefold().split()[-_TURNED_BY:]
    return {word.strip("\"'“”‘’(),:") for word in before}


def _table(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = data("reconcile", "remarks.yaml")[kind]
    return found


@cache
def _negators(kind: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _table(kind)["negators"])


@cache
def _later_words() -> frozenset[str]:
    return frozenset(_table("withdrawal")["later"])


@cache
def _pattern(kind: str, part: str) -> re.Pattern[str]:
    phrases = sorted(_table(kind)[part], key=lambda p: (-len(p), p))
    return re.compile("|".join(map(_bounded, phrases)), re.IGNORECASE)


def _bounded(phrase: str) -> str:
    """A phrase that must stand as whole words where its script has cases, and may stand inside a word elsewhere."""
    start = r"(?<!\w)" if _has_cases(phrase[0]) else ""
    return start + re.escape(phrase) + (r"(?!\w)" if _has_cases(phrase[-1]) else "")


def _has_cases(letter: str) -> bool:
    return letter.upper() != letter.lower()
