"""Places that one claim names short and another spells out: "Bogside" beside "Bogside, Derry"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_COMMA = re.compile(r"\s*[,،、]\s*")


def spell_out(wordings: Iterable[str]) -> dict[str, str]:
    """For each wording whose first part other wordings put into larger places, the fullest such wording.

    Left alone where the fuller wordings disagree: a village name that two provinces share says nothing.
    """
    chains: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for wording in sorted(wordings):
        parts = [part.casefold() for part in _COMMA.split(wording) if part]
        if parts:
            chains[parts[0]][wording] = parts[1:]
    found: dict[str, str] = {}
    for spelled in chains.values():
        fullest = max(spelled, key=lambda w: (len(spelled[w]), w))
        if all(set(wholes) <= set(spelled[fullest]) for wholes in spelled.values()):
            found.update({wording: fullest for wording in spelled if wording != fullest})
    return found
