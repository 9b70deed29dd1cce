"""Denials: of a deed of one's own, of an accusation, of the event itself."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.charge import Charge, Range
from claims.extract.parties import Parties

_ANSWERS = frozenset({"it", "this", "that", "them", "these", "those", "all", "everything", "both"})


class Denying(Parties):
    """Reads denials."""

    def _denials(self, at: int) -> Iterator[Charge]:
        """The denials that a word makes."""
        if self._has("disclaim", at) and self._low(at - 1) != "nor":
            yield from self._denies(at)
        if self._has("untrue", at):
            yield from self._untrue(at)
        if self.words.match("blame.no_part", self.tokens, at):
            yield from self._no_part(at)
        if self._low(at) == "no":
            yield from self._no_event(at)

    def _denies(self, at: int) -> Iterator[Charge]:
        first = self.doers.group_start(at)
        if self.words.has("function.determiners", self._low(at - 1)):
            return  # "the disputed election"
        if {"not", "never", "didn't"} & {self._low(p) for p in range(first, at)}:
            return
        if any(self.words.has("function.be", self._low(p)) for p in range(first, at)) or self._low(at + 1) == "by":
            yield from self._denied_by(at)
            return
        speaker = self._sayer(at)
        if speaker is None:
            return
        accused = self._denied(at, speaker)
        if accused is None:
            return
        who, answers = accused
        rule = "denies" if answers else "denies a deed of its own"
        yield Charge("denies", speaker, who, min(speaker[0], at), self._clause_end(at), rule, answers=answers)

    def _denied_by(self, at: int) -> Iterator[Charge]:
        """ "An allegation denied by X"."""
        by = self._by(at + 1, 4)
        near = [self._low(p) for p in range(max(0, at - 8), at)]
        about = any(self.words.has("speech.nouns", low) or self.words.has("blame.denied_things", low) for low in near)
        if by is not None and about and self.clauses.can_speak(*by):
            yield Charge("denies", by, None, max(0, at - 3), by[1], "denied by", answers=True)

    def _denied(self, at: int, speaker: Range) -> tuple[Range | None, bool] | None:
        """The accused and whether it is the one accused before; None where no deed is denied."""
        start = self._past_aside(at + 1)
        low = self._low(start)
        if low.endswith("ing") and low not in ("nothing", "anything", "everything"):
            return speaker, False
        if low == "that" and (start + 1 >= len(self.tokens) or not self.tokens[start + 1].is_word):
            return None, True
        if low == "that" or self._is_clause(start):
            return self._of_clause(start + (low == "that"), speaker)
        if low in _ANSWERS and (start + 1 >= len(self.tokens) or not self.tokens[start + 1].is_word or low == "it"):
            return (
                (None, True)
                if self._is_firm(at) or low != "it" or self._low(start + 1) in ("", ".", ",", ":", "and")
                else None
            )
        end = max(self.doers.end(start), start)
        phrase = [self._low(p) for p in range(start, min(end + 8, len(self.tokens)))]
        if {"responsibility", "involvement", "role", "part", "complicity", "hand", "guilt"} & set(
            phrase[: end - start + 4]
        ):
            return speaker, False
        inside = phrase[: end - start + 2]
        said = any(
            self.words.has("blame.denied_things", word) or self.words.has("speech.nouns", word) for word in inside
        )
        if said:
            that = next((p for p in range(start, min(end + 3, len(self.tokens))) if self._low(p) == "that"), None)
            return self._of_clause(that + 1, speaker) if that is not None else (None, True)
        deed = any(self.words.has("blame.acts", word) for word in inside)
        if self._is_firm(at) and end > start and (deed or not any(self.words.has("blame.granted", w) for w in inside)):
            return None, True
        return (None, True) if self._before_is_claim(speaker) else None

    def _is_firm(self, at: int) -> bool:
        return self._low(at).startswith(("den", "refut", "disput", "contest"))

    def _before_is_claim(self, speaker: Range) -> bool:
        """ "A claim that X has always denied"."""
        before = [self._low(p) for p in range(max(0, speaker[0] - 4), speaker[0])]
        return any(self.words.has("speech.nouns", low) or self.words.has("blame.denied_things", low) for low in before)

    def _past_aside(self, start: int) -> int:
        """Past "in a video", "on Monday", "having": what stands between "denied" and what is denied."""
        if self.words.has("function.prepositions", self._low(start)) and self._low(start) != "as":
            that = next((p for p in range(start, min(start + 9, len(self.tokens))) if self._low(p) == "that"), None)
            if that is not None:
                return that
        while self._low(start) in ("ever", "repeatedly", '"', "even") or self._low(start).endswith("ly"):
            start += 1
        return start

    def _is_clause(self, start: int) -> bool:
        """Whether a clause without "that" follows: "denied its troops had fired", "denied there was"."""
        if self._low(start) == "there":
            return True
        end = self.doers.end(start)
        low = self._low(end)
        return end > start and (self.words.has("function.be", low) or self.words.has("function.have", low))

    def _of_clause(self, start: int, speaker: Range) -> tuple[Range | None, bool] | None:
        """The doer in a clause that is denied; the one accused before where the clause names none."""
        end = min(start + 16, len(self.tokens))
        told = (
            self._any("act_verbs", start, end)
            or self._any("denied_things", start, end)
            or self._any("acts", start, end)
        )
        harm = next((p for p in range(start, end) if self.words.outcome(self.tokens, p)), None) or self._any(
            "harms", start, end
        )
        who = self._phrase(start)
        if told is None and harm is None:
            return (who, False) if who is not None and self._kind(who) == "owned" else None
        if who is None or self._kind(who) not in ("party", "owned", "pronoun", "group"):
            return None, True
        passive = any(self.words.has("function.be", self._low(p)) for p in range(who[1], who[1] + 3))
        if {"would", "will"} & {self._low(who[1]), self._low(who[1] + 1)}:
            return None
        if passive and not self._any("denied_things", who[1], who[1] + 4):
            return None, True
        return (speaker, False) if self._kind(who) == "pronoun" else (who, False)

    def _untrue(self, at: int) -> Iterator[Charge]:
        """ "Called the report baseless", "said the allegations were fabricated", "these are lies"."""
        near = range(max(0, at - 10), at)
        about = any(self.words.has("blame.denied_things", self._low(p)) for p in near)
        answer = any(
            self._low(p) in ("it", "this", "that", "these") and self._low(p + 1) in ("was", "is", "were", "are", "as")
            for p in near
        )
        verb = next((p for p in near if self.words.has("blame.calls", self._low(p))), None)
        if verb is not None and self._low(verb + 1) in ("it", "this", "that", "the", "such"):
            answer = self._low(verb + 1) != "the"
        speaker = self._sayer(verb) if verb is not None else self._speaker(at)
        if speaker is None or not (about or (verb is not None and answer)):
            return
        if any(self._has("disclaim", p) for p in near):
            return
        yield Charge("denies", speaker, None, min(speaker[0], near[0]), at + 1, "calls it untrue", answers=True)

    def _no_part(self, at: int) -> Iterator[Charge]:
        """ "Had no involvement", "played no part in", "had nothing to do with"."""
        speaker = self._speaker(at)
        who = self.doers.subject(at)
        meant = self._low(at - 1) in ("this", "that", "it") and "us" in self._lows(at, at + 3)
        if speaker is not None and (meant or (who is not None and self._is_own(who, speaker))):
            yield Charge(
                "denies", speaker, speaker, who[0] if who is not None else at - 1, at + 3, "denies a deed of its own"
            )
        elif speaker is None and who is not None and self.analysis.sentence.in_quotes(at) and self._low(who[0]) == "we":
            yield Charge("denies", None, None, who[0], at + 3, "denies a deed of its own")

    def _no_event(self, at: int) -> Iterator[Charge]:
        """ "No massacre took place, X insists", "there is no evidence that Y killed"."""
        speaker = self._speaker(at)
        if speaker is None:
            return
        if self._low(at + 1) in ("evidence", "truth", "proof", "basis"):
            that = next((p for p in range(at + 1, min(at + 5, len(self.tokens))) if self._low(p) == "that"), None)
            who = self._phrase(that + 1) if that is not None else None
            named = who if who is not None and self._kind(who) == "party" else None
            if named is not None or self._any("denied_things", at, at + 6) is not None:
                yield Charge(
                    "denies", speaker, named, min(speaker[0], at), at + 2, "no evidence", answers=named is None
                )
            return
        deed = self._any("acts", at + 1, at + 4)
        after = [self._low(p) for p in range(deed + 1, deed + 4)] if deed is not None else []
        if {"took", "occurred", "happened", "place"} & set(after) or (
            deed is not None and self._low(at - 1) in ("was", "were")
        ):
            yield Charge(
                "denies", speaker, None, min(speaker[0], at), (deed or at) + 1, "denies the event", answers=True
            )
