"""Who was behind it: "Y was behind the attack", "the shells came from Y", "responsibility lies with Y"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge, Range
from claims.extract.parties import Parties
from claims.extract.person_nouns import is_person

HOLDS = frozenset({"held", "holds", "hold", "holding", "found", "finds", "deemed", "considered", "considers"})
"""Verbs of "held X responsible", which the accused parts from "responsible"."""


class Culprits(Parties):
    """Reads statements whose subject or predicate is the accused."""

    def _came_from(self, at: int) -> Iterator[Charge]:
        """ "X said the shells had come from Y"."""
        what, who, speaker = self.doers.subject(at), self._phrase(at + 2), self._speaker(at)
        if what is None or who is None or speaker is None or self._kind(who) not in ("party", "name"):
            return
        if (self.doers.is_deed(what) or self.doers.is_weapon(what)) and not self._is_own(who, speaker):
            yield Charge("accuses", speaker, who, min(speaker[0], what[0]), who[1], "came from")

    def _lies_with(self, at: int) -> Iterator[Charge]:
        """ "Responsibility lies with Y", "suspicion fell on Y", "the attack bore the hallmarks of Y"."""
        if self._low(at) == "hallmarks":
            place = at + 1 if self._low(at + 1) == "of" else None
        else:
            verb = self._any("lies", at + 1, at + 4)
            after = range(verb, verb + 5) if verb is not None else range(0)
            place = next((p for p in after if self._low(p) in ("with", "on")), None)
        who = self._phrase(place + 1) if place is not None else None
        if who is not None and self._is_party(who):
            yield Charge("accuses", self._speaker(at), who, at, who[1], "responsibility lies with")

    def _were(self, at: int) -> Iterator[Charge]:
        """ "X said the attackers were members of Y"."""
        who, speaker = self._phrase(at + 2), self._speaker(at)
        told = self._low(at - 1) == "the" and self._low(at + 1) in ("were", "was", "are")
        if who is None or speaker is None or not told:
            return
        if self._kind(who) in ("party", "name") and not self._has("act_verbs", who[0]):
            yield Charge("accuses", speaker, who, min(speaker[0], at), who[1], "the attackers were")

    def _behind(self, at: int, last: int) -> Iterator[Charge]:
        """ "Y was behind the attack", "Y, responsible for", "Y masterminded": a claim when Y is the speaker."""
        first = self.doers.group_start(at)
        group = [self._low(p) for p in range(first, at)]
        planned = self._has("planners", at)
        bare = not any(self.words.has("function.be", low) for low in group)
        if (bare and not planned and self._low(first - 1) not in (",", "believed", "group")) or self._is_asked(first):
            return
        if planned and (
            self._is_passive(at) or not (self._any("acts", at, at + 7) or self._low(at + 1) in ("the", "this"))
        ):
            return
        if self._low(at) == "responsible" and any(self._low(p) in HOLDS for p in range(max(0, at - 16), first)):
            return  # "held the army, the stronger of the two, responsible"
        if not planned and self._low(at) in ("responsible",) and self._low(at + 1) not in ("for", ":", ",", "."):
            return
        who = self._subject_before(first)
        speaker = self._speaker(at)
        if who is None or not (self._is_party(who) or self._kind(who) == "pronoun" or self._is_people(who, speaker)):
            return
        speaker = None if speaker == who else speaker
        own = self._is_own(who, speaker)
        negated = bool({"not", "never"} & set(group))
        if negated and own and speaker is not None:
            yield Charge("denies", speaker, who, who[0], last, "denies a deed of its own")
        elif not negated and not (own and speaker is None):
            stance = "claims" if own else "accuses"
            end = self._clause_end(at)
            if speaker is not None and any(self._has("disclaim", p) for p in range(speaker[1], first)):
                return
            who = speaker if own and speaker is not None and self._kind(who) == "pronoun" else who
            yield Charge(stance, speaker, who, who[0], end, "behind", self._act_from(last) if last < end else None)

    def _work_of(self, at: int, last: int) -> Iterator[Charge]:
        """ "Most were the work of Y", "it was the handiwork of Y"."""
        who, speaker = self._phrase(last), self._speaker(at)
        if who is None or not self._is_party(who) or self._is_asked(self.doers.group_start(at)):
            return
        if not self._is_own(who, speaker):
            yield Charge("accuses", speaker, who, min(at, speaker[0] if speaker else at), who[1], "the work of")

    def _is_people(self, who: Range, speaker: Range | None) -> bool:
        """Whether a speaker lays it on people told by a plain noun: "the same groups", "local criminals"."""
        head = self.tokens[who[1] - 1]
        return speaker is not None and (is_person(head.text) or head.low in ("group", "groups", "hands", "elements"))

    def _subject_before(self, first: int) -> Range | None:
        """Who stands before "was behind": past "is believed to", "who", and a comma."""
        at = first
        for _ in range(4):
            low = self._low(at - 1)
            if (
                low in ("to", "that", "which", "who", ",")
                or self._has("hedged", at - 1)
                or (self.words.has("function.be", low) or self.words.has("function.have", low))
            ):
                at -= 1
        start = self.doers.start(at)
        return (start, at) if start < at else None

    def _is_asked(self, first: int) -> bool:
        """Whether it is asked or said of nobody: "who was behind", "if", "no group"."""
        before = {token.low for token in self.tokens[max(0, first - 5) : first]}
        return bool(
            before & {"asked", "whether", "if", "who", "nobody", "no", "holds", "held", "hold", "claim", "claimed"}
        ) and (self._low(first - 2) != ",")

    def _under_attack(self, at: int, last: int) -> Iterator[Charge]:
        """ "The base came under fire from Y"."""
        source = next(
            (p for p in range(last, min(last + 10, len(self.tokens))) if self._low(p) in ("from", "by")), None
        )
        accused = self._phrase(source + 1) if source is not None else None
        speaker = self._speaker(at)
        if accused is not None and self._kind(accused) == "party" and speaker is not None:
            yield Charge("accuses", speaker, accused, at, accused[1], "under attack from")

    def _is_passive(self, at: int) -> bool:
        """Whether the subject is the accused: "was accused of", or "X, accused of"."""
        if self._low(at).endswith("ing"):
            return False
        first = self.doers.group_start(at)
        if any(self.words.has("function.be", self._low(p)) for p in range(first, at)):
            return True
        bare = self._low(at + 1) in ("of", "by") or (self._low(at + 1) == "on" and self._low(at) == "blamed")
        return bare and self._relative(at) is None

    def _relative(self, at: int) -> int | None:
        """The relative pronoun before the speaker in "Y, whom X accused of"; None where there is none."""
        for place in range(at - 2, max(-1, at - 12), -1):
            if self._low(place) in ("which", "whom", "that", "who"):
                return place if self.doers.end(place + 1) > place + 1 else None
            if self._low(place) in (",", ";", "."):
                return None
        return None
