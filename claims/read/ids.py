"""An id of its own for every claim of a run.

A claim that says the very same as an earlier one with its id is kept as ``<id>~2``, ``<id>~3``, ...: as the two say
the same, it does not matter which came first. One that says something else under a used id is rejected.
"""

from __future__ import annotations

from pathlib import PurePath

from claims.model import Claim, content_id
from claims.read.result import Loaded, Place, Rejected


class Ids:
    """The ids taken so far; ``first`` gives the index of the claim that holds each."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.first: dict[str, int] = {}
        self.copies: dict[str, int] = {}

    def settle(self, claim: Claim, place: Place) -> Claim | Rejected:
        """A claim whose id is taken: the claim under a free id, or what is wrong with it."""
        holder = self.first[claim.id]
        if content_id(self.loaded.claims[holder]) != content_id(claim):
            path, row = self.loaded.places[holder]
            qualified = f"{PurePath(place[0]).stem}:{claim.id}"
            if path != place[0] and qualified not in self.first:
                return claim.model_copy(update={"id": qualified})
            reason = (
                f"this id already stands for another claim ({path}, row {row}); give each claim an id of its own, "
                "or leave the id empty"
            )
            return Rejected(*place, "id", claim.id, reason)
        number = self.copies.get(claim.id, 1) + 1
        while (free := f"{claim.id}~{number}") in self.first:
            number += 1
        self.copies[claim.id] = number
        return claim.model_copy(update={"id": free})
