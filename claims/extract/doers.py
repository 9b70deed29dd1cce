"""Who did it, as a sentence has it: the subject of "killed", who follows "by", whose strike it was."""

from __future__ import annotations

from claims.extract.actors import is_actor
from claims.extract.charge import Range
from claims.extract.phrases import Phrases


class Doers(Phrases):
    """Finds the token range of whoever, or whatever, did something."""

    def subject(self, verb: int) -> Range | None:
        """The subject of an active verb: of its clause, or what a relative clause is about."""
        first = self.group_start(verb)
        before = self.low(first - 1)
        if self.is_saying(first) and self.low(first).endswith("ing"):
            return None  # "claiming to have killed": the speaker
        if before in ("who", "which", "that") and self.low(first) != before:
            return self.antecedent(first - 1)
        cut = self._past_aside(first) if before == "," else None
        if cut is not None:
            return cut
        whose = self._whose(first)
        if whose is not None:
            return self.antecedent(whose)
        if before in ("of", "for", "from", "with") and self.low(verb).endswith("ing"):
            return self._controller(first - 1)
        return self._of_clause(first)

    def _past_aside(self, first: int) -> Range | None:
        """The subject before an aside: "the Front, a militia led by X, shot", "soldiers, who came at dawn, burned"."""
        for comma in range(first - 3, max(0, first - 24), -1):
            if self.low(comma) in (";", ":", "that", "but"):
                return None
            if self.low(comma) != ",":
                continue
            opener = self.low(comma + 1)
            aside = opener in (
                "who",
                "which",
                "whose",
                "a",
                "an",
                "known",
                "led",
                "backed",
                "named",
                "armed",
                "dressed",
            )
            start = self.start(comma)
            if not aside or start >= comma:
                return None
            return start, comma
        return None

    def _whose(self, first: int) -> int | None:
        """Where "whose" stands before a verb: "the militia whose bombs killed" did it."""
        near = range(first - 1, max(-1, first - 6), -1)
        place = next((p for p in near if self.low(p) == "whose"), None)
        return place if place is not None and self.end(place + 1) == first else None

    def _of_clause(self, first: int) -> Range | None:
        start = self.clause_start(first)
        if start == first and self.low(first - 1) in ("after", "before", "by", "while", "and", ",", "when"):
            start = self.clause_start(first - 1)  # "killed 12 before fleeing": the subject of what stands before
        if start and self.low(start - 1) in ("who", "which", "that") and self.is_verb(self._past_small(start)):
            found = self.antecedent(start - 1)
            if found is not None:
                return found
        while start < first and self.is_opening(start):
            start = self._past_opening(start, first)
        return self._fired_by(self._past_dates(start, first), first)

    def _past_dates(self, start: int, first: int) -> int:
        """Past "A day later", "The next morning" without a comma; the same place where no such words stand there."""
        at = start + (self.words.has("function.determiners", self.low(start)) or self.low(start)[:1].isdigit())
        dates = at
        while dates < first and self.words.has("blame.calendar", self.low(dates)) and self.low(dates + 1) != "'s":
            dates += 1
        capital = dates < len(self.tokens) and self.tokens[at].is_capital and at > start
        return dates if at < dates < first and not capital else start

    def is_saying(self, at: int) -> bool:
        """Whether a word is a verb of saying."""
        return self.low(at) in self.words.any_of(("speech.verbs.says", "speech.verbs.claims", "speech.verbs.admits"))

    def _past_small(self, at: int) -> int:
        while at + 1 < len(self.tokens) and (
            self.words.has("function.have", self.low(at)) or self.words.has("function.adverbs", self.low(at))
        ):
            at += 1
        return at

    def _past_opening(self, start: int, first: int) -> int:
        """Past "In the north," or "On Monday": a preposition takes its noun phrase along up to a comma."""
        if not self.words.has("function.prepositions", self.low(start)):
            return start + 1
        comma = next((p for p in range(start, min(first, start + 12)) if self.low(p) == ","), None)
        if comma is not None and not any(self.is_verb(p) for p in range(start + 1, comma)):
            return comma + 1
        at = start + 1
        while (
            at < first
            and (self.is_opening(at) or self.low(at) in ("the", "a"))
            and self.low(at + 1)
            and (self.words.has("blame.calendar", self.low(at)) or self.words.has("blame.calendar", self.low(at + 1)))
        ):
            at += 1
        while at < first and (self.words.has("blame.calendar", self.low(at)) or self.low(at)[:1].isdigit()):
            at += 1
        return at

    def _fired_by(self, start: int, first: int) -> Range | None:
        """The noun phrase at a clause's start; for "shells fired by the army" those who follow "by"."""
        end = min(self.end(start), first)
        if end <= start:
            return None
        if self.low(end).endswith("ed") or self.words.has("blame.act_verbs", self.low(end)):
            by = end + 1 if self.low(end + 1) in ("by", "from") else end + 2 if self.low(end + 2) == "by" else 0
            if by and self.low(by) in ("by", "from") and self.end(by + 1) > by + 1 and not self._is_passive_at(end):
                return by + 1, self.end(by + 1)
        return start, end

    def _is_passive_at(self, at: int) -> bool:
        return self.words.has("function.be", self.low(at - 1))

    def antecedent(self, relative: int) -> Range | None:
        """The noun phrase that "who" or "which" is about."""
        end = relative - (self.low(relative - 1) == ",")
        start = self.start(end)
        if self.low(start - 1) == "not" and self.low(start - 2) == ",":
            return self.antecedent(start - 1)  # "it was the army, not his men, that"
        return (start, end) if start < end else None

    def _controller(self, preposition: int) -> Range | None:
        """Whom "accused X of killing" and "blamed X for bombing" are about."""
        for at in range(preposition - 1, max(-1, preposition - 16), -1):
            if self.words.has("blame.accuses", self.low(at)) or self.words.has("blame.arrests", self.low(at)):
                start = at + 1
                if start == preposition:  # "X was accused of"
                    return self._of_clause(self.group_start(at))
                end = self.end(start)
                return (start, end) if end > start else None
        return None

    def group_start(self, verb: int) -> int:
        """Where the verb group begins: past "had also been", "did not"."""
        at = verb
        auxiliary, adverbs = self.words.any_of(("function.have", "function.be")), self.words.lists["function.adverbs"]
        while at > 0:
            before = self.tokens[at - 1] if at <= len(self.tokens) else None
            if before is None or not (
                before.low in auxiliary
                or (not before.is_capital and (before.low in adverbs or before.low.endswith("ly")))
            ):
                break
            at -= 1
        if at > 1 and self.low(at - 1) == "to" and self.is_verb(at - 2):
            return self.group_start(at - 2)  # "claimed to have killed"
        if at > 2 and self.low(at - 1) in ("and", "then") and self.is_verb(at - 2):
            return self.group_start(at - 2)
        return at

    def is_passive(self, verb: int) -> bool:
        """Whether a participle stands after a form of "be", or alone behind its noun ("shells fired by")."""
        if self.low(verb).endswith("ing"):
            return False
        group = range(self.group_start(verb), verb)
        return any(self.words.has("function.be", self.low(p)) for p in group) or self.low(verb + 1) == "by"

    def has_object(self, verb: int) -> bool:
        """Whether something follows a verb that it may act on; a participle behind its noun has nothing."""
        after = self.low(verb + 1)
        if after in ("up", "off", "down", "out"):
            after = self.low(verb + 2)
            return after not in ("", ".", ",", ";", "and", "in", "at", "near", "on", "outside", "while")
        ends = after in ("", ".", ",", ";", ":", '"', "and", "in", "by", "during", "when", "after", "as", "near")
        return not ends or self.words.has("blame.alone", self.low(verb))

    def by(self, at: int) -> Range | None:
        """Who follows "by" within the clause, past the one whose "attack" it was carried out by."""
        for place in range(at, min(at + 20, len(self.tokens))):
            low = self.low(place)
            if low == "by":
                return self._source(place + 1 + (self.low(place + 1) == '"'))
            if low in (";", ".", "and", "but", "who", "when", "after") or (low == "," and not self._places(place)):
                return None
        return None

    def _places(self, comma: int) -> bool:
        """Whether a comma stands in a list of places: "in Omagh, County Tyrone, by a group"."""
        after = comma + 1
        return self.low(after) == "by" or (
            after < len(self.tokens)
            and self.tokens[after].is_capital
            and not self.words.has("blame.calendar", self.low(after))
        )

    def _source(self, start: int) -> Range | None:
        """Those who follow "by"; for "by shots from the army" those who fired."""
        end = self.end(start)
        if end <= start:
            return None
        if self.low(end) == "from" and self.is_weapon((start, end)) and self.end(end + 1) > end + 1:
            return end + 1, self.end(end + 1)
        return start, end

    def before_result(self, at: int) -> Range | None:
        """ "A drone strike resulted in the deaths of": what stands before "resulted in", "leading to"."""
        for place in range(at - 1, max(-1, at - 7), -1):
            if self.words.has("blame.results", self.low(place)):
                return self.subject(place)
        return None

    def in_event(self, at: int) -> Range | None:
        """The event, or what hit, beside a verb without an agent: "in a drone strike", "when a rocket hit a bus"."""
        for place in range(max(0, at - 2), min(at + 16, len(self.tokens) - 1)):
            low = self.low(place)
            if place >= at and (low in (";", "but", "whereas") or (low == "that" and self.low(place - 1) == "and")):
                return None
            if low == "by" and place > at + 3:
                continue
            if place < at or low not in ("in", "by", "to", "during", "from", "when", "after", "as", "following"):
                continue
            found = self._event_at(place + 1, low)
            if found is not None:
                return found
        return self._fronted(at)

    def _fronted(self, at: int) -> Range | None:
        """ "In an air strike on X, 12 people died"."""
        start = self.clause_start_before(at)
        return self._event_at(start + 1, self.low(start)) if self.low(start) in ("in", "during", "after") else None

    def _event_at(self, start: int, opened_by: str) -> Range | None:
        """The event or the doer that a phrase tells of; a fight of two sides has none."""
        end = self.end(start)
        if end <= start:
            return None
        if any(self.words.has("blame.mutual", self.low(p)) for p in range(start, end)):
            return self._opponent(end)
        if self.words.has("function.be", self.low(end)) or self.words.has("blame.mutual_verbs", self.low(end)):
            return None  # "days after three policemen were reported missing", "when the police clashed with"
        if opened_by in ("when", "after", "as") and self.is_verb(end, start) and not self._is_passive_at(end):
            named = is_actor(self.text((start, end))) or self.is_deed((start, end)) or self.is_weapon((start, end))
            return self._fired_by(start, end) if named else None
        if not self.is_deed((start, end)) and not (opened_by == "by" or self.is_weapon((start, end))):
            return None
        return self.owner(start, end) or (start, end)

    def _opponent(self, end: int) -> Range | None:
        """The other side of a fight: "killed in a firefight with soldiers"."""
        stop = self.end(end + 1)
        return (end + 1, stop) if self.low(end) == "with" and stop > end + 1 else None

    def owner(self, start: int, end: int) -> Range | None:
        """Whose deed it was, where the words behind it say so: "carried out by X", "claimed by X", "by X"."""
        if is_actor(self.text((start, end))):
            return None
        for place in range(end, min(end + 8, len(self.tokens))):
            low = self.low(place)
            laid = self.words.has("blame.laid", self.low(place - 1)) and low in ("on", "to", "at")
            if low == "by" or laid:
                stop = self.end(place + 1)
                named = any(token.is_capital for token in self.tokens[place + 1 : stop])
                return (place + 1, stop) if (laid and named) or is_actor(self.text((place + 1, stop))) else None
            if low in (",", ";", "and", "that", "which") and low != ",":
                return None
        return None

    def text(self, span: Range) -> str:
        """The words of a range, one space between them."""
        return " ".join(token.text for token in self.tokens[span[0] : span[1]]).replace(" 's", "'s")

    def is_deed(self, span: Range) -> bool:
        """Whether a phrase names a deed."""
        return any(self.words.has("blame.acts", self.low(p)) for p in range(max(span[0], span[1] - 5), span[1]))

    def is_weapon(self, span: Range) -> bool:
        """Whether a phrase names what people are killed with."""
        return any(self.words.has("blame.weapons", self.low(p)) for p in range(*span))
