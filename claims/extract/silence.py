"""Silence: who declined to comment, did not answer, or neither confirmed nor denied."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge, Range
from claims.extract.parties import Parties


class Silence(Parties):
    """Reads silence about an event."""

    def _silences(self, at: int) -> Iterator[Charge]:
        """The silence that a phrase tells of."""
        size = self.words.match("blame.silence", self.tokens, at)
        if size and not self.words.match("blame.nobody", self.tokens, at):
            yield from self._silent(at, size)
        size = self.words.match("blame.unaware", self.tokens, at)
        if size and self._about_event(at + size):
            yield from self._unaware(at, size)

    def _silent(self, at: int, size: int) -> Iterator[Charge]:
        if self._low(at + size) == "from":
            who = self._phrase(at + size + 1)
            if who is not None:
                yield Charge("no_comment", who, self._asked(who[1]), at, who[1], "no word from", answers=True)
            return
        if self._has("mentions", at + size - 1) and not self._about_event(at + size):
            return
        speaker = self._headed(at) or self._sayer(at)
        if speaker is None:
            return
        speaker = speaker[0], speaker[1] - (self._low(speaker[1] - 1) in ("neither", "either"))
        if speaker[0] < speaker[1]:
            accused = self._asked(at + size)
            yield Charge(
                "no_comment", speaker, accused, min(speaker[0], at), at + size, "silent", answers=accused is None
            )

    def _headed(self, at: int) -> Range | None:
        """Who stands before a colon: "Israeli military: no comment"."""
        if self._low(at - 1) != ":":
            return None
        start = self.doers.start(at - 1)
        return (start, at - 1) if start < at - 1 else None

    def _asked(self, start: int) -> Range | None:
        """Who it is asked about: "declined to say if Y had fired"."""
        for place in range(start, min(start + 7, len(self.tokens))):
            if self._low(place) in ("if", "whether"):
                who = self._phrase(place + 1)
                return who if who is not None and self._is_party(who) else None
        return None

    def _unaware(self, at: int, size: int) -> Iterator[Charge]:
        """ "X said it had no information about the attack"."""
        speaker = self._speaker(at)
        who = self.doers.subject(at)
        if speaker is None:
            speaker = self._sayer(at)
        elif who is not None and not (self._is_own(who, speaker) or self._kind(who) == "party"):
            return
        if speaker is not None:
            yield Charge(
                "no_comment", speaker, None, min(speaker[0], at), at + size, "knows nothing of it", answers=True
            )

    def _about_event(self, start: int) -> bool:
        """Whether what follows names a deed or a report of one."""
        return any(
            self._has("acts", p) or self._has("denied_things", p) or self._has("mentions", p)
            for p in range(start, min(start + 7, len(self.tokens)))
        )
