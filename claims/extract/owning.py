"""Claims of responsibility and admissions: what a party says that it did itself."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge, Range
from claims.extract.parties import Parties
from claims.extract.parties_told import can_do


class Owning(Parties):
    """Reads claims of responsibility and admissions."""

    def _owned_up(self, at: int) -> Iterator[Charge]:
        """The claims and admissions that a word makes."""
        low = self._low(at)
        if low in ("responsibility", "credit"):
            yield from self._responsibility(at)
        if low == "claimed" and self._low(at + 1) == "by":
            yield from self._claimed_by(at)
        if self._has("owns", at) or self._has("admits", at):
            yield from self._owns_deed(at)
        size = self.words.match("blame.owning_up", self.tokens, at)
        if size:
            yield from self._made_own("admits" if self._has("admits", at) else "claims", at, at + size)
        size = self.words.match("blame.astray", self.tokens, at)
        if size:
            yield from self._went_astray(at, size)
        size = self.words.match("blame.regrets", self.tokens, at)
        if size and self._any("attacks", at - 3, at) is not None and self._low(at) in ("by", "in"):
            yield from self._by_mistake(at, size)
        elif size and self._any("acts", at, at + 14) is not None:
            yield from self._made_own("admits", at, at + size)

    def _by_mistake(self, at: int, size: int) -> Iterator[Charge]:
        """ "The army said the house had been hit by mistake"."""
        speaker = self._speaker(at)
        if (
            speaker is not None
            and can_do(self._text(speaker), self.words)
            and self._is_own_or_none(self.doers.by(at + size), speaker)
        ):
            yield Charge("admits", speaker, speaker, min(speaker[0], at), at + size, "by mistake")

    def _is_own_or_none(self, who: Range | None, speaker: Range) -> bool:
        return who is None or self._is_own(who, speaker)

    def _went_astray(self, at: int, size: int) -> Iterator[Charge]:
        """ "Commanders acknowledged that some of their rounds fell short": a deed of the speaker's, by mistake."""
        speaker, what = self._speaker(at), self.doers.subject(at)
        if speaker is not None and what is not None and self._is_own(what, speaker):
            yield Charge("admits", speaker, speaker, min(speaker[0], what[0]), at + size, "own weapon astray")

    def _responsibility(self, at: int) -> Iterator[Charge]:
        """ "Claimed responsibility", "responsibility was claimed by X", "a claim of responsibility by X"."""
        claimed = next((p for p in range(at + 1, min(at + 10, len(self.tokens))) if self._low(p) == "claimed"), None)
        if claimed is not None and self._low(claimed + 1) == "by":
            return
        verb = next((p for p in range(at - 1, max(-1, at - 6), -1) if self._has("claim_verbs", p)), None)
        if self._low(at - 1) == "of" and self._low(at - 2) in ("claim", "claims"):
            yield from self._claim_of(at)
            return
        if verb is None or (self._low(at) == "credit" and not self._any("acts", at, at + 5)):
            return
        stance = "admits" if self._low(verb).startswith(("admit", "acknowledg")) else "claims"
        yield from self._made_own(stance, verb, at + 1)

    def _claim_of(self, at: int) -> Iterator[Charge]:
        """ "X's claim of responsibility", "a claim of responsibility from X"."""
        source = self._low(at + 1)
        if source in ("by", "from"):
            who = self._phrase(at + 2)
        elif self._low(at - 3) == "'s":
            who = (self.doers.start(at - 3), at - 3)
        else:
            return
        if who is not None and self._is_party(who) and not self._is_refused(who[0], at):
            yield Charge("claims", who, who, min(who[0], at - 2), max(who[1], at + 1), "claim of responsibility")

    def _is_refused(self, first: int, at: int) -> bool:
        return "no" in [self._low(p) for p in range(max(0, min(first, at) - 4), at)]

    def _claimed_by(self, at: int) -> Iterator[Charge]:
        """ "The attack was claimed by X", "a bombing claimed by X"."""
        before = range(max(0, at - 8), at)
        if not any(self._has("acts", p) or self._low(p) in ("responsibility", "it", "which") for p in before):
            return
        who = self._phrase(at + 2)
        if who is not None:
            yield Charge("claims", who, who, max(0, at - 3), who[1], "claimed by")

    def _owns_deed(self, at: int) -> Iterator[Charge]:
        """ "X claimed the attack", "X confirmed the strike", "X acknowledged carrying out"."""
        claims = self._low(at).startswith("claim")
        start = at + 1
        if self._low(start).endswith("ing"):
            if claims or not (self._has("act_verbs", start) or self._low(start) in ("sending", "having", "being")):
                return
        elif not self._is_plain_deed(start):
            return
        speaker = self._sayer(at)
        if speaker is None or (not claims and self._only_reports(at, speaker)):
            return
        yield from self._made_own("claims" if claims else "admits", at, min(start + 4, len(self.tokens)))

    def _is_plain_deed(self, start: int) -> bool:
        """Whether a noun phrase of a deed follows, and no clause of which it is the subject."""
        end = self.doers.end(start)
        if end <= start:
            return False
        deed = range(start, min(end, start + 5))
        if not any(self._has("acts", p) or self._low(p) == "operation" for p in deed):
            return False
        after = self._low(end)
        small = any(self.words.has(f"function.{name}", after) for name in ("be", "have"))
        return not small and not (end < len(self.tokens) and self.doers.is_verb(end, start))

    def _only_reports(self, at: int, speaker: Range) -> bool:
        """Whether who "confirmed the attack" tells of others' deeds: the police, a hospital, an official."""
        if not self._low(at).startswith(("confirm", "acknowledg")):
            return False
        if any(self._has("bystanders", p) for p in range(*speaker)):
            return True
        deed = range(at + 1, min(at + 6, len(self.tokens)))
        own = any(self._low(p) in ("its", "their", "his", "our", "responsibility") for p in deed)
        return not own and any(self._has("suffered", p) for p in deed)

    def _made_own(self, stance: str, verb: int, last: int) -> Iterator[Charge]:
        speaker = self._sayer(verb)
        if speaker is not None and "no" in {self._low(p) for p in range(speaker[0], speaker[1])}:
            return  # "to date no group has claimed"
        before = {self._low(p) for p in range(self.doers.group_start(verb), verb)}
        if speaker is None or {"not", "never"} & before or self._low(verb - 1) in ("to", "nor"):
            return
        yield Charge(stance, speaker, speaker, min(speaker[0], verb), last, "own deed")
