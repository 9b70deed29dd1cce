"""Frames without a verb of saying: "according to X", "by X's count", "X's claim that", "a report by X"."""

from __future__ import annotations

from claims.extract.frame import Frame
from claims.extract.naming import Naming, Range

RISES = frozenset({"stood", "stands", "rose", "rises", "risen", "reached", "climbed", "was", "is", "remained"})


class Sources(Naming):
    """Finds the sources that a sentence names without a verb of saying."""

    def _according(self, at: int) -> Frame | None:
        if self.low(at) == "by":
            return self._by_tally(at)
        size = self.words.match("speech.according", self.tokens, at) or self._as_said_by(at)
        if not size:
            return None
        if at == 0 and self.words.match("speech.citing", self.tokens, at):
            size = 1
        elif size == 1 and (
            at == 0 or (self.tokens[at - 1].text not in (",", "(", "\u2014") and not self._after_said(at))
        ):
            return None
        end = self.end_of_name(at + size)
        if end <= at + size or not self.can_speak(at + size, end):
            return None
        if self.sentence.in_quotes(at) and any(self.stance_of(token.low) for token in self.tokens[max(0, at - 4) : at]):
            return None  # "X said, 'according to our estimates, ...'": X says it
        opening = at == 0 or (at == 1 and self.tokens[0].text in ('"', "("))
        said_by = self._issuer((at + size, end)) or (at + size, end)
        return Frame(at, max(end, said_by[1]), said_by, "says", "opening" if opening else "according")

    def _as_said_by(self, at: int) -> int:
        """The words of ", as claimed by": 3, or 0."""
        said = self.low(at) == "as" and self.low(at + 2) == "by" and self.stance_of(self.low(at + 1)) != ""
        return 3 if said and (at == 0 or self.tokens[at - 1].text == ",") else 0

    def _after_said(self, at: int) -> bool:
        """ "Reuters reported citing police": no comma before."""
        return self.words.match("speech.citing", self.tokens, at) > 0 and self.stance_of(self.low(at - 1)) != ""

    def _own_toll(self, at: int) -> Frame | None:
        """ "Its civilian toll stood at 25", "the ministry's count rose to 40": whose count it is says it."""
        if not (self.low(at) in RISES and self.has_figure(at + 1, at + 8)):
            return None
        end = at
        while end and self.skips(end - 1):
            end -= 1
        if not self.words.has("speech.tallies", self.low(end - 1)) or self.sentence.in_quotes(at):
            return None
        found = self.phrase(end)
        if found is None:
            return None
        start, owner = found[0], next((p for p in range(*found) if self.low(p) == "'s"), None)
        if self.low(start) in ("its", "their"):
            return Frame(start, at + 1, (start, start + 1), "says", "before")
        if owner is None:
            return self._whose(found, at)
        ok = any(self.is_head(self.low(p)) for p in range(start, owner)) or self.can_speak(start, owner)
        return Frame(start, at + 1, (start, owner), "says", "before") if ok else None

    def _whose(self, found: Range, at: int) -> Frame | None:
        """ "The Red Cross estimate is 31", "the official toll is 14": whose the figure is stands before the noun."""
        start, end = found
        before = range(start, end - 1)
        official = any(self.low(p) == "official" for p in before)
        gauged = not self.low(end - 1).startswith(("toll", "balance"))
        named = gauged and any(self.tokens[p].is_capital and p > start for p in before)
        return Frame(start, at + 1, found, "says", "before") if official or named else None

    def _by_tally(self, at: int) -> Frame | None:
        """ "By official count", "by Israeli tallies", "by the ministry's reckoning"."""
        end = next((p + 1 for p in range(at + 1, at + 7) if self.words.has("speech.tallies", self.low(p))), None)
        if end is None or self.low(at - 1).endswith("ed") or any(not self._is_word(p) for p in range(at + 1, end)):
            return None
        return Frame(at, end, (at + 1, end), "says", "opening" if at == 0 else "according")

    def _is_word(self, at: int) -> bool:
        return self.tokens[at].is_word or self.low(at) == "'s"

    def _noun(self, at: int) -> Frame | None:
        """ "Claims by X that", "X's assertion that", "the rebels' claim to have killed"."""
        if not self.words.has("speech.assertions", self.low(at)):
            return self._version(at) or self._drawn_up(at)
        if self.low(at + 1) in ("by", "from"):
            end = self.end_of_name(at + 2)
            goes_on = self.low(end) == "that" or (self.low(end) == "of" and self.has_figure(end + 1, end + 5))
            said_by: Range | None = (at + 2, end) if end > at + 2 and goes_on else None
        elif self.low(at + 1) in ("that", "of") or (self.low(at + 1) == "to" and self.low(at + 2) == "have"):
            said_by, end = self._owner(at), at + 1
        else:
            return None
        if said_by is None or not self.can_speak(*said_by) or self.sentence.in_quotes(at):
            return None
        return Frame(at, end + 1, said_by, "claims" if self.low(at).startswith("claim") else "says", "before")

    def _version(self, at: int) -> Frame | None:
        """ "The official version is that", "the army's account was that": whose version it is, or the version."""
        is_that = self.low(at + 1) in ("is", "was", "remains") and self.low(at + 2) == "that"
        if not is_that or not self.words.has("speech.versions", self.low(at)) or self.sentence.in_quotes(at):
            return None
        said_by = self._owner(at) or self.phrase(at + 1)
        ok = said_by is not None and self.can_speak(*said_by)
        return Frame(at, at + 3, said_by, "says", "before") if ok else None

    def _drawn_up(self, at: int) -> Frame | None:
        """ "A list, drawn up by villagers, of 73 dead": whoever drew it up says it."""
        if not self.words.has("speech.carriers", self.low(at)) or self.sentence.in_quotes(at):
            return None
        first = at + 1 + (self.low(at + 1) == ",")
        issuer = self._issuer((at, at)) if first == at + 1 else self._carried_by(first)
        if issuer is None:
            return None
        end = issuer[1] + (self.low(issuer[1]) == ",")
        return (
            Frame(at, end, issuer, "says", "before") if self.low(end) in ("of", "that", "with", "containing") else None
        )

    def _owner(self, at: int) -> Range | None:
        """Whose a noun is: "Moscow" in "Moscow's latest claim", "the rebels" in "the rebels' claim"."""
        for place in range(at - 1, max(-1, at - 4), -1):
            if self.low(place) == "'s":
                return self.phrase(place)
            if self.low(place).endswith("s'"):
                return self.phrase(place + 1)
        return None

    def _issuer(self, phrase: Range) -> Range | None:
        """Whom "a statement signed by X", "estimates by X" or "figures from X" is by."""
        start, end = phrase
        for at in range(start, end + 1):
            if not self.words.has("speech.carriers", self.low(at)):
                continue
            issuer = self._carried_by(at + 1)
            if issuer is not None:
                return issuer
        return None

    def _carried_by(self, first: int) -> Range | None:
        """Whom "signed by X", "drawn up by X" and "from X" name."""
        place = first
        while self.words.has("speech.carried_by", self.low(place)) and place < first + 4:
            place += 1
        if place == first or self.low(place - 1) not in ("by", "from", "to"):
            return None
        issuer = (place, self.end_of_name(place))
        return issuer if issuer[1] > place and self.can_speak(*issuer) else None

    def _relays(self, frame: Frame) -> bool:
        """Whether a frame's speaker is a news agency, an outlet or another that passes on."""
        if frame.said_by is None:
            return False
        start, end = frame.said_by
        return any(self.words.has("speech.relays", token.low) for token in self.tokens[start:end])

    def _is_given_toll(self, speaker: Range) -> bool:
        """ "That is the toll the ministry gave": the figures stand before."""
        return self.words.has("speech.tallies", self.low(speaker[0] - 1)) and self.low(speaker[0]) in ("the", "that")
