"""Harm laid to an accident: "the blast was an accident", "their own store of explosives had blown up"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge
from claims.extract.parties import Parties


class Accidents(Parties):
    """Reads statements that nobody did it on purpose."""

    def _accidents(self, at: int) -> Iterator[Charge]:
        """What a speaker says of an accident; a sentence that tells of one without a speaker states nothing."""
        speaker = self._speaker(at)
        size = self.words.match("blame.accidents", self.tokens, at)
        if not size or speaker is None or speaker[0] <= at < speaker[1]:
            return
        group = {self._low(p) for p in range(max(0, at - 4), at)}
        if {"not", "no", "never"} & group or not self._is_harm(at, size):
            return
        what = self.doers.subject(at)
        happened = self._low(at) in ("had", "blew", "went", "exploded", "detonated", "gone")
        named = (
            happened
            and what is not None
            and not self.doers.is_deed(what)
            and self._low(what[0]) not in ("it", "this", "that")
        )
        accused = what if named and what is not None and what[0] > speaker[0] else None
        last = max(at + size, speaker[1])
        first = min(speaker[0], what[0] if what is not None else at)
        yield Charge("attributes to accident", speaker, accused, first, last, "an accident", answers=accused is None)

    def _is_harm(self, at: int, size: int) -> bool:
        """Whether a weapon, a deed or a loss stands beside the words, and no traffic."""
        near = range(max(0, at - 14), min(at + size + 10, len(self.tokens)))
        return any(
            self._has("acts", p) or self._has("attacks", p) or self._has("weapons", p) or self._has("stores", p)
            for p in near
        )
