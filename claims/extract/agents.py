"""Who did it, as a sentence has it: the subject of "killed", who follows "by", or the event that killed."""

from __future__ import annotations

from claims.extract.subjects import REACH, Subjects


class Agents(Subjects):
    """Finds the token range of an agent."""

    def _by(self, at: int) -> tuple[int, int] | None:
        """Who follows "by" within the clause."""
        for place in range(at, min(at + 10, len(self.tokens))):
            low = self.tokens[place].low
            if low == "by" and place + 1 < len(self.tokens):
                end = self._phrase_end(place + 1)
                return (place + 1, end) if end > place + 1 else None
            if low in (",", ";", ".", "and", "but", "who"):
                return None
        return None

    def _phrase_end(self, start: int) -> int:
        at = start
        while at < min(len(self.tokens), start + 10):
            token = self.tokens[at]
            small = self.words.has("function.prepositions", token.low) and token.low != "of"
            if (
                small
                or not (token.is_word or token.low == "'s" or token.text == '"')
                or token.low in ("and", "who", "that", "but", "while")
            ):
                break
            verb = self.words.has("function.be", token.low) or self.words.has("function.verbs", token.low)
            if at > start and verb and not self.words.has("blame.acts", token.low):
                break
            at += 1
        return at

    def _agent(self, at: int) -> tuple[int, int] | None:
        """The subject of an active verb: the first noun phrase of its clause, or what a relative clause is about."""
        start = self._subject_start(at)
        if start and self.tokens[start - 1].low in ("which", "who", "that") and start >= at - 3:
            end = start - 1 - (start > 1 and self.tokens[start - 2].text == ",")
            first = end
            while first > 0 and end - first < 9 and self._in_agent(first - 1):
                first -= 1
            start = first
        while start < at and (
            self.words.has("function.prepositions", self.tokens[start].low)
            or self.tokens[start].low in (",", "and", "that", '"')
            or self._is_time(start)
        ):
            start += 1
        end = start
        while (
            end < at
            and end - start < 10
            and self._in_agent(end)
            and not (self.words.has("function.adverbs", self.tokens[end].low) and end > start)
        ):
            end += 1
        return (start, end) if end > start else None

    def _is_time(self, at: int) -> bool:
        return (
            (self.words.has("time.fillers", self.tokens[at].low) and self.tokens[at].low != "the")
            or (self.tokens[at].text[0].isdigit() and len(self.tokens[at].text) == 4)
            or self.words.has("function.adverbs", self.tokens[at].low)
        )

    def _subject_start(self, at: int) -> int:
        """Where the clause of a verb begins: after "said that", a semicolon, "while", or a dependent opening."""
        for place in range(at - 1, max(-1, at - REACH), -1):
            low = self.tokens[place].low
            if low in (
                ";",
                ":",
                "while",
                "whereas",
                "but",
                "when",
                "because",
                "after",
                "if",
                "that",
                "who",
                "which",
                "\u2014",
            ):
                return place + 1
            spoken = self.words.has("speech.verbs.says", low) or self.words.has("speech.verbs.claims", low)
            if spoken and not self.words.has("speech.needs_clause", low):
                return place + 1
            if (
                low == ","
                and place < 9
                and (
                    self.words.has("function.prepositions", self.tokens[0].low)
                    or any(t.low in ("day", "days", "week", "weeks", "earlier", "later") for t in self.tokens[:place])
                )
            ):
                return place + 1
        return max(0, at - REACH)

    def _in_agent(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "'s" or token.text == '"' or token.low == "of":
            return True
        ends = ("prepositions", "conjunctions", "relatives", "subordinators", "be", "have", "verbs")
        return (
            token.is_word
            and not any(self.words.has(f"function.{name}", token.low) for name in ends)
            and not self.words.has("speech.verbs.says", token.low)
            and not self.words.has("speech.verbs.claims", token.low)
            and not self.words.has("speech.verbs.admits", token.low)
        )

    def _agent_of_noun(self, at: int) -> tuple[int, int] | None:
        """ "A drone strike resulted in the deaths of": what stands before "resulted in", "leading to"."""
        for place in range(at - 1, max(-1, at - 7), -1):
            if self.tokens[place].low in ("resulted", "resulting", "led", "leading", "caused", "causing"):
                return self._agent(place)
        return None

    def _in_event(self, at: int) -> tuple[int, int] | None:
        """The event, or what hit, near a verb without an agent: "in a drone strike", "when a rocket hit a bus"."""
        for place in range(max(0, at - 2), min(at + 14, len(self.tokens) - 1)):
            low = self.tokens[place].low
            if low in ("when", "after") and place >= at:
                end = self._phrase_end(place + 1)
                passive = end < len(self.tokens) and self.words.has("function.be", self.tokens[end].low)
                return (place + 1, end) if end > place + 1 and not passive else None
            if low in ("in", "by", "to", "during", "from") and place >= at:
                end = self._phrase_end(place + 1)
                if end > place + 1 and self.words.has("blame.acts", self.tokens[end - 1].low):
                    return place + 1, end
            if low in (";",) and place >= at:
                return None
        return None
