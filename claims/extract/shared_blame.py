"""A second accused in one sentence: "accused the M23, then also the army", "X for 54 per cent and Y for 46"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extract.charge import Charge, Range
from claims.extract.parties import Parties

_JOINS = frozenset({"and", "then", "also", "later", "as", "well", "both", "subsequently"})
_SHARE = 12
"""Words in which a share of the blame is told: "for close to 60 per cent of these deaths"."""
_MOST = 4
"""Further accused of one accusation at most."""


class SharedBlame(Parties):
    """Reads who else is accused by an accusation."""

    def _others(self, charge: Charge) -> Iterator[Charge]:
        """The further accused of an accusation, each as one of its own."""
        if charge.stance != "accuses" or charge.accused is None:
            return
        at = charge.accused[1]
        if self._low(at) not in ("for", ",", "and", "as"):
            share = range(at, min(at + 6, len(self.tokens)))
            at = next((p for p in share if self._past_share(p) > p), charge.last)
        for _ in range(_MOST):
            who = self._joined(at)
            if who is None:
                return
            yield replace(charge, accused=who, last=max(charge.last, who[1]))
            at = who[1]

    def _joined(self, at: int) -> Range | None:
        """The party that is joined to the one before: by "then also", or with a share of its own."""
        start = self._past_share(at)
        shared = start > at
        place = start + (self._low(start) == ",")
        joins = place
        while self._low(joins) in _JOINS:
            joins += 1
        who = self._phrase(joins) if joins > place or (shared and place > start) else None
        if who is None or not self._is_party(who):
            return None
        if shared:
            return who if self._low(who[1]) == "for" else None
        return who if self._low(who[1]) in ("", ".", ",", "of", "for", ";") else None

    def _past_share(self, at: int) -> int:
        """Past "for 54 per cent of the incidents"; the same place where no share follows."""
        if self._low(at) != "for":
            return at
        counted = any(self._low(p)[:1].isdigit() for p in range(at + 1, at + 5))
        near = range(at + 1, at + _SHARE)
        return next((p for p in near if self._low(p) in (",", "and")), at) if counted else at
