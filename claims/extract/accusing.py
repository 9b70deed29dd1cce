"""Accusations: X accuses, blames, condemns Y; Y is accused or suspected; a deed attributed to Y."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge, Range
from claims.extract.culprits import HOLDS, Culprits

_PREPOSITIONS = frozenset({"of", "for", "on", "over", "to", "at", "with", "as"})


class Accusing(Culprits):
    """Reads accusations."""

    def _accusations(self, at: int) -> Iterator[Charge]:
        """The accusations that a word makes."""
        if self._has("accuses", at):
            yield from self._accuses(at)
        if self._has("attributes", at):
            yield from self._attributes(at)
        size = self.words.match("blame.fingers", self.tokens, at)
        if size:
            accused = self._phrase(at + size)
            if accused is not None and self._is_party(accused):
                yield from self._made(at, accused, at + size, "points at")
        size = self.words.match("blame.behind", self.tokens, at)
        if size and self._low(at + size - 1) == "of":
            yield from self._work_of(at, at + size)
        elif size:
            yield from self._behind(at, at + size)
        if self._low(at) in ("identified", "identifies", "named", "names"):
            yield from self._identified(at)
        if self._has("described", at):
            yield from self._were(at)
        if self._low(at) in ("come", "came", "comes") and self._low(at + 1) == "from":
            yield from self._came_from(at)
        if self._low(at) in ("responsibility", "suspicion", "blame", "hallmarks"):
            yield from self._lies_with(at)
        if self._has("planners", at):
            yield from self._behind(at, at + 1)
        size = self.words.match("blame.under_attack", self.tokens, at)
        if size:
            yield from self._under_attack(at, at + size)

    def _accuses(self, at: int) -> Iterator[Charge]:
        low = self._low(at)
        if not self._accuses_here(at):
            return
        if self._is_passive(at):
            yield from self._accused_of(at)
            return
        if self._low(at + 1) in ("of", "for") and (relative := self._relative(at)) is not None:
            yield from self._made(at, self.doers.antecedent(relative), at + 1, low)
            return
        accused = (
            self._blamed(at)
            if low.startswith("blam")
            else self._condemned(at)
            if self._has("condemns", at)
            else (self._phrase(at + 1))
        )
        if accused is not None and self._low(accused[1] - 1) in ("responsible", "accountable", "liable", "guilty"):
            accused = accused[0], accused[1] - 1 - self._low(accused[1] - 2).endswith("ly")
        yield from self._made(at, self._without_charge(accused), at + 1, low)

    def _without_charge(self, accused: Range | None) -> Range | None:
        """Who is accused, without what of: "accused the army of serious violations"."""
        if accused is None:
            return None
        ofs = [p for p in range(accused[0] + 1, accused[1]) if self._low(p) == "of"]
        cut = next((p for p in ofs if self._any("crimes", p + 1, p + 4) or self._any("acts", p + 1, p + 4)), None)
        return (accused[0], cut) if cut is not None else accused

    def _accuses_here(self, at: int) -> bool:
        """Whether a word that may mean something else accuses: "held X responsible", "charged X with"."""
        low = self._low(at)
        after = [token.low for token in self.tokens[at + 1 : at + 18]]
        if low in HOLDS:
            return bool({"responsible", "accountable", "liable", "guilty"} & set(after))
        if low in ("blame", "charge", "suspect", "suspects", "fault", "implicate"):
            before = self._low(at - 1)
            if before == "to":
                return self._ringer(at) is not None
            if self.words.has("function.determiners", before) or self.words.has("function.prepositions", before):
                return False
        if low in ("charged", "charges", "charging", "charge"):
            if self._low(at - 1) in ("explosive", "demolition", "depth", "shaped"):
                return False
            return "with" in after[:6] or "that" in after[:2]
        if low.startswith("suspect"):
            return self._is_passive(at) or "of" in after[:6]
        return True

    def _accused_of(self, at: int) -> Iterator[Charge]:
        """ "Y is accused of", "blamed on Y", "accused by X"."""
        if self._low(at + 2) in ("belonging", "being", "links", "ties", "membership"):
            return
        by = self._by(at + 1)
        if by is not None:
            of = next((p for p in range(*by) if self._low(p) == "of"), by[1])
            by = by[0], of if of > by[0] else by[1]
        claimant = by if by is not None and self.clauses.can_speak(*by) else self._speaker(at)
        first = self.doers.group_start(at)
        accused = self._phrase(at + 2) if self._low(at + 1) == "on" else self._before_aside(first)
        if accused is not None and self._is_party(accused):
            last = max(at + 2, accused[1])
            yield Charge("accuses", claimant, accused, min(accused[0], at), last, "accused of", self._act_after(at + 1))

    def _before_aside(self, first: int) -> Range | None:
        """Who stands before a verb, past "who", and past what was inserted between commas."""
        aside = self.clauses.past_aside(first) if self._low(first - 1) == "," else None
        if aside is not None and aside[0] < first - 1:
            comma = next((p for p in range(aside[0], first) if self._low(p) == ","), first)
            return (aside[0], comma) if comma > aside[0] else None
        end = first - (self._low(first - 1) in (",", "who", "which"))
        end -= self._low(end - 1) == ","
        start = self.doers.start(end)
        return (start, end) if start < end else None

    def _blamed(self, at: int) -> Range | None:
        """Y in "blamed Y for" and "blamed the attack on Y"."""
        thing = self._phrase(at + 1)
        end = thing[1] if thing is not None else at + 1 + (self._low(at + 1) in ("it", "this", "that"))
        if self._low(end) == "on":
            return self._phrase(end + 1)
        for place in range(end, min(end + 12, len(self.tokens))):
            if self._low(place) == "on":
                other = self._phrase(place + 1)
                if (
                    other is not None
                    and self._kind(other) == "party"
                    and thing is not None
                    and self.doers.is_deed(thing)
                ):
                    return other
            if self._low(place) in (",", ";", "for"):
                break
        if thing is not None and self._kind(thing) in ("", "deed", "weapon"):
            return self._owner(thing) or thing
        return thing

    def _condemned(self, at: int) -> Range | None:
        """Y in "condemned Y for", "condemned the Y attacks", "condemned the attack by Y" and "condemned what it
        called a provocation by Y"; a deed of nobody accuses nobody."""
        if self._low(at + 1) == "what":
            return self._actor_in(at + 2, at + 18)
        thing = self._phrase(at + 1)
        if thing is None:
            return None
        if self._low(thing[1]) in ("for", "over") and not self.doers.is_deed(thing):
            return thing
        if self._low(thing[0]) in ("its", "their") and not self.doers.is_deed(thing):
            return None
        return self._owner(thing) or self._actor_in(thing[1], thing[1] + 3)

    def _actor_in(self, start: int, end: int) -> Range | None:
        """The first party named in a stretch, with the deed after it."""
        for at in range(start, min(end, len(self.tokens))):
            span = self._phrase(at) if self.tokens[at].is_capital or self._low(at - 1) == "by" else None
            if span is not None and self._kind(span) == "party":
                return span
            if self._low(at) in (";", "but"):
                return None
        return None

    def _attributes(self, at: int) -> Iterator[Charge]:
        """ "X attributed the murder to Y", "the attack was attributed to Y"."""
        to = next((p for p in range(at + 1, min(at + 12, len(self.tokens))) if self._low(p) in ("to", "on")), None)
        accused = self._phrase(to + 1) if to is not None else None
        if accused is None or self._kind(accused) not in ("party", "group", "name", "owned"):
            return
        first = self.doers.group_start(at)
        sayer = self._sayer(at) if to == at + 1 and self._relative(at) is not None else None
        if sayer is not None:
            yield Charge("accuses", sayer, accused, sayer[0], accused[1], "attributes")
        elif any(self.words.has("function.be", self._low(p)) for p in range(first, at)) or to == at + 1:
            by = self._by(at)
            yield Charge("accuses", by or self._speaker(at), accused, at, accused[1], "attributed to")
        elif any(self._has("acts", p) or self.words.outcome(self.tokens, p) for p in range(at + 1, to or at)):
            yield from self._made(at, accused, accused[1], "attributes")

    def _made(self, at: int, accused: Range | None, last: int, rule: str) -> Iterator[Charge]:
        """The accusation that the subject of a verb makes against a party."""
        speaker = self._sayer(at) or self._any_party(at)
        if speaker is None or accused is None or accused == speaker:
            return
        kind = self._kind(accused)
        if kind == "pronoun" and self._low(accused[0]) != "them":
            return
        if kind == "" and not self._is_violent() and not self._is_people(accused, speaker):
            return
        if self._low(self.doers.clause_start(self.doers.group_start(at)) - 1) in ("whether", "if"):
            return
        end = max(last, accused[1] if accused[1] > at else at + 1)
        yield Charge("accuses", speaker, accused, min(speaker[0], at), end, rule, self._act_after(end))

    def _any_party(self, verb: int) -> Range | None:
        """A subject that no word for a speaker tells: "each camp", "both sides"."""
        found = self._subject_of(verb)
        return found if found is not None and self._low(found[0]) in ("each", "both", "all", "neither") else None

    def _is_violent(self) -> bool:
        """Whether the sentence tells of violence at all."""
        return any(
            self._has("acts", p) or self._has("attacks", p) or self.words.outcome(self.tokens, p)
            for p in range(len(self.tokens))
        )

    def _identified(self, at: int) -> Iterator[Charge]:
        """ "X identified the attackers as members of Y"."""
        whom = self._phrase(at + 1)
        if whom is None or self._low(whom[1]) != "as" or not self._has("described", whom[1] - 1):
            return
        yield from self._made(at, self._phrase(whom[1] + 1), whom[1], "identified")
