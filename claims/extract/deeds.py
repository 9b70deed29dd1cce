"""What a speaker says that somebody did: an accusation, or a deed of the speaker's own."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.actors import is_actor, same_side
from claims.extract.charge import Charge
from claims.extract.parties import Parties
from claims.extract.saying import PRONOUNS
from claims.extract.speech import Frame


class Deeds(Parties):
    """Reads statements that a named party did something."""

    def _said(self, frame: Frame) -> Iterator[Charge]:
        """ "X said (that) Y attacked": Y is accused, or claims its own deed when Y is X."""
        if frame.said_by is None or frame.stance == "denies":
            return
        if self.words.has("speech.tallies", self.tokens[frame.said_by[1] - 1].low):
            return  # "by Israeli tallies" counts; it accuses nobody
        if frame.kind in ("before", "participle", "opening"):
            start, end = frame.last, min(len(self.tokens), frame.last + 40)
        else:
            start, end = max(0, frame.first - 40), min(frame.first, frame.said_by[0])
        yield from self._own_and_others(frame, start, end)
        verb = next((p for p in range(start, end) if self._is_deed(p, start)), None)
        if verb is not None:
            yield from self._deed(frame, verb, start)

    def _own_and_others(self, frame: Frame, start: int, end: int) -> Iterator[Charge]:
        """ "X reported conducting strikes", "X said the strikes aimed to", "an attempt by Y"."""
        speaker = frame.said_by
        if speaker is None or start >= len(self.tokens):
            return
        low = [token.low for token in self.tokens[start : start + 8]]
        if low[0] in ("conducting", "carrying", "launching") or (
            any(self.words.has("blame.acts", w) for w in low[:4])
            and {"aimed", "targeted", "intended", "destroyed"} & set(low)
        ):
            yield Charge(
                "claims", speaker, speaker, min(speaker[0], frame.first), min(len(self.tokens), start + 5), "own deed"
            )
            return
        for at in range(start, end - 2):
            if self.tokens[at + 1].low == "by" and (
                self.words.has("blame.acts", self.tokens[at].low)
                or self.tokens[at].low in ("attempt", "infiltration", "provocation")
            ):
                who = (at + 2, self._short_end(at + 2))
                if is_actor(self._text(who)) and not same_side(self._text(who), self._text(speaker)):
                    yield Charge("accuses", speaker, who, min(speaker[0], frame.first), who[1], "deed by")
                return

    def _is_deed(self, at: int, start: int) -> bool:
        low = self.tokens[at].low
        if not self.words.has("blame.act_verbs", low):
            return False
        before = self.tokens[at - 1].low if at > start else ""
        return not (
            before in ("the", "a", "an", "of", "to", "'s", "their", "its", "his")
            or self.words.has("function.prepositions", before)
        )

    def _deed(self, frame: Frame, verb: int, start: int) -> Iterator[Charge]:
        speaker = frame.said_by
        if speaker is None:
            return
        who = self._doer(verb, start)
        if who is None:
            return
        text = self._text(who).lower()
        own = (
            text in PRONOUNS
            or text.startswith(("its ", "our ", "their "))
            or same_side(self._text(who), self._text(speaker))
        )
        if not own and (
            not is_actor(self._text(who))
            or text.split()[-1] in ("gunmen", "attackers", "assailants", "gunman", "attacker", "bombers", "bomber")
        ):
            return
        if own and self.words.outcome(self.tokens, verb) is not None and frame.stance != "admits":
            return
        if not own and any(
            token.low in ("would", "could", "may", "might", "not", "will", "should")
            for token in self.tokens[who[1] : verb]
        ):
            return
        stance = "admits" if frame.stance == "admits" else "accuses" if not own else "claims"
        first = min(frame.first, who[0], speaker[0])
        yield Charge(
            stance,
            speaker,
            speaker if own else who,
            first,
            max(verb + 1, frame.last),
            "said to have done",
            self._act_from(verb),
        )
