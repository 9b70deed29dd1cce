"""Who is said to have done it: accusations, claims of responsibility, admissions, denials, and silence.

A statement of responsibility needs a word for it (accuse, blame, claim, deny, behind, no comment), or a speaker who
says that a named party did something. Plain narrative ("X carried out strikes") is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.charge import Charge, Range
from claims.extract.deeds import Deeds
from claims.extract.document import Document
from claims.extract.words import Words


def find_charges(document: Document, analysis: Analysis, words: Words) -> list[Charge]:
    """The statements of responsibility of a sentence, each stance of one speaker once."""
    kept: list[Charge] = []
    seen: set[tuple[str, Range | None]] = set()
    for charge in sorted(_Reader(document, analysis, words).charges(), key=lambda charge: charge.first):
        if (charge.stance, charge.claimant) not in seen:
            seen.add((charge.stance, charge.claimant))
            kept.append(charge)
    return kept


class _Reader(Deeds):
    def charges(self) -> Iterator[Charge]:
        for at, token in enumerate(self.tokens):
            low = token.low
            if self.words.has("blame.accuses", low):
                yield from self._accuses(at)
            if self.words.has("blame.disclaim", low):
                yield from self._denies(at)
            if low == "responsibility" or low == "claimed":
                yield from self._claims(at)
            if low in (
                "claimed",
                "claims",
                "confirmed",
                "confirms",
                "acknowledged",
                "admitted",
                "confirming",
                "claiming",
            ):
                yield from self._owns_deed(at)
            if low in ("behind", "responsible") or self.words.has("blame.planners", low):
                yield from self._behind(at)
            if low in ("called", "calling", "described", "describing"):
                yield from self._painted(at)
            size = self.words.match("blame.silence", self.tokens, at)
            if size:
                yield from self._silent(at, size)
        for frame in self.analysis.frames:
            yield from self._said(frame)

    def _accuses(self, at: int) -> Iterator[Charge]:
        low = self.tokens[at].low
        if (low in ("held", "holds") and not any(t.low == "responsible" for t in self.tokens[at : at + 12])) or (
            low in ("blame", "charged") and not self._is_verb(at)
        ):
            return
        if low == "charged" and not any(t.low == "with" or t.low == "that" for t in self.tokens[at : at + 6]):
            return
        if self.clauses.is_passive(at) or (
            at
            and self.tokens[at - 1].low == ","
            and low in ("accused", "blamed")
            and self._word_after(at) in ("of", "by")
        ):
            yield from self._accused_of(at)
            return
        if low.endswith("ing"):
            speaker = self._participle_subject(at)
        else:
            speaker = self._relative_subject(at) or self.clauses.before(at)
        if speaker is None or not self.clauses.can_speak(*speaker):
            return
        if self._word_after(at) == "for" and low.startswith("blam"):
            accused = self._antecedent(at)
        else:
            accused = self._accused(at + 1)
        last = accused[1] if accused and accused[1] > at else at + 1
        if accused is not None:
            first = speaker[0] if speaker[0] < at else at
            yield Charge("accuses", speaker, accused, first, max(last, at + 1), low, self._act_after(max(last, at + 1)))

    def _accused_of(self, at: int) -> Iterator[Charge]:
        """ "Y is accused of", "blamed on Y", "accused by X"."""
        after = self._word_after(at)
        by = next((p for p in range(at + 1, min(len(self.tokens), at + 14)) if self.tokens[p].low == "by"), None)
        claimant: Range | None = (by + 1, self.clauses.end_of_name(by + 1)) if by is not None else self._speaker(at)
        if after == "on" and at + 2 < len(self.tokens):
            accused: Range | None = (at + 2, self._short_end(at + 2))
        else:
            accused = self.clauses.before(at - 1) if at else None
        if accused is not None and is_actor(self._text(accused)):
            yield Charge("accuses", claimant, accused, min(accused[0], at), max(at + 2, accused[1]), "accused of")

    def _denies(self, at: int) -> Iterator[Charge]:
        if self.tokens[at].low.endswith("ing"):
            speaker = self._participle_subject(at)
        elif self._word_after(at) == "by" and at + 2 < len(self.tokens):
            end = self.clauses.end_of_name(at + 2)
            if self.clauses.can_speak(at + 2, end):
                yield Charge("denies", (at + 2, end), None, max(0, at - 3), end, "denied by")
            return
        else:
            speaker = self._relative_subject(at) or self.clauses.before(at)
        if speaker is None or not self.clauses.can_speak(*speaker) or self.clauses.is_passive(at):
            return
        noun = next(
            (
                p
                for p in range(speaker[1] - 1, speaker[0] - 1, -1)
                if self.words.has("speech.nouns", self.tokens[p].low)
            ),
            None,
        )
        if noun is not None and noun + 1 < speaker[1] and self.tokens[noun + 1].low not in ("of", "by"):
            speaker = (noun + 1, speaker[1])  # "an accusation Yerevan denied"
        if not self._denies_a_deed(at, speaker):
            return
        rule = "denies a deed of its own" if self._is_own(at) else "denies"
        yield Charge("denies", speaker, None, min(speaker[0], at), self._clause_end(at), rule)

    def _is_own(self, at: int) -> bool:
        """Whether what is denied is the speaker's own part: responsibility, a role, "that its troops"."""
        after = [token.low for token in self.tokens[at + 1 : at + 5]]
        own = {"responsibility", "involvement", "role", "its", "his", "their", "having"}
        return bool(own & set(after)) or (after[:1] != [] and after[0].endswith("ing"))

    def _denies_a_deed(self, at: int, speaker: Range) -> bool:
        """Whether a deed, or a statement about one, is denied; it may stand before ("a claim that X denies")."""
        deeds = ("denied_things", "acts", "act_verbs")
        for place in range(at + 1, min(at + 12, len(self.tokens))):
            low = self.tokens[place].low
            if any(self.words.has(f"blame.{name}", low) for name in deeds) or self.words.outcome(self.tokens, place):
                return True
            if low in (",", ";", "."):
                break
        if self._word_after(at) in ("it", "this", "that", "them") and at + 2 < len(self.tokens):
            return not self.tokens[at + 2].is_word or self.tokens[at + 2].low in ("and", "but")
        before = [token.low for token in self.tokens[max(0, speaker[0] - 4) : speaker[0]]]
        return any(self.words.has("speech.nouns", low) for low in before)

    def _claims(self, at: int) -> Iterator[Charge]:
        if self.tokens[at].low == "claimed":
            if (
                self._word_after(at) == "by"
                and at
                and (self.words.has("blame.acts", self.tokens[at - 1].low) or self.clauses.is_passive(at))
            ):
                end = self.clauses.end_of_name(at + 2)
                if end > at + 2:
                    yield Charge("claims", (at + 2, end), (at + 2, end), max(0, at - 3), end, "claimed by")
            return
        verb = next(
            (p for p in range(at - 1, max(-1, at - 6), -1) if self.words.has("blame.claim_verbs", self.tokens[p].low)),
            None,
        )
        if verb is None:
            by = self._word_after(at)
            if by in ("was", "has") and any(t.low == "claimed" for t in self.tokens[at : at + 10]):
                place = next(p for p in range(at, at + 10) if self.tokens[p].low == "claimed")
                if self._word_after(place) == "by":
                    end = self.clauses.end_of_name(place + 2)
                    yield Charge("claims", (place + 2, end), (place + 2, end), at, end, "claimed by")
            return
        if self.tokens[verb].low.endswith("ing"):
            speaker = self._participle_subject(verb)
        else:
            speaker = self._relative_subject(verb) or self.clauses.before(verb)
        if speaker is None or self.tokens[speaker[0]].low in ("no", "nobody", "none"):
            return
        stance = "admits" if self.tokens[verb].low.startswith(("admit", "acknowledg")) else "claims"
        yield Charge(stance, speaker, speaker, min(speaker[0], verb), at + 1, "claims responsibility")

    def _owns_deed(self, at: int) -> Iterator[Charge]:
        """ "X claimed the attack", "X confirmed the strike", "X acknowledged carrying out"."""
        after = [token.low for token in self.tokens[at + 1 : at + 5]]
        deed = (
            after[:1]
            and after[0] in ("the", "a", "an", "its", "this", "that")
            and any(self.words.has("blame.acts", low) for low in after[1:4])
        )
        if not deed and after[:1] not in (["carrying"], ["conducting"], ["launching"], ["firing"]):
            return
        finite = ("be", "have", "verbs")
        rest = [low for low in after[1:] if not self.words.has("blame.acts", low)]
        if deed and any(self.words.has(f"function.{name}", low) for low in rest for name in finite):
            return
        speaker = self._participle_subject(at) if self.tokens[at].low.endswith("ing") else self.clauses.before(at)
        if (
            speaker is None
            or not self.clauses.can_speak(*speaker)
            or self.tokens[speaker[0]].low in ("no", "nobody", "none")
        ):
            return
        stance = "claims" if self.tokens[at].low.startswith("claim") else "admits"
        yield Charge(stance, speaker, speaker, min(speaker[0], at), min(at + 4, len(self.tokens)), "own deed")

    def _behind(self, at: int) -> Iterator[Charge]:
        """ "Y was behind the attack", "Y, responsible for", "Y masterminded"."""
        low = self.tokens[at].low
        if low == "behind" and not (at and self.words.has("function.be", self.tokens[at - 1].low)):
            return
        if any(
            token.low
            in ("asked", "whether", "no", "claim", "claimed", "claiming", "holds", "held", "hold", "if", "not", "who")
            for token in self.tokens[max(0, at - 6) : at]
        ):
            return
        if low not in ("behind", "responsible") and (
            self._word_after(at) not in ("the", "a", "an", "this", "that", "several", "many")
            and not any(self.words.has("blame.acts", t.low) for t in self.tokens[at : at + 6])
        ):
            return
        place = at
        while place and (self.words.has("function.be", self.tokens[place - 1].low) or self.clauses.skips(place - 1)):
            place -= 1
        if place and self.tokens[place - 1].low in ("that", "which", "who", ","):
            place -= 1
            if place and self.tokens[place - 1].text == ",":
                place -= 1
        accused = self.clauses.phrase(place)
        if accused is None or not (is_actor(self._text(accused)) or self.tokens[accused[0]].is_capital):
            return
        speaker = self._speaker(at)
        yield Charge(
            "accuses", speaker if speaker != accused else None, accused, accused[0], self._clause_end(at), "behind"
        )

    def _silent(self, at: int, size: int) -> Iterator[Charge]:
        if self.words.match("blame.nobody", self.tokens, at):
            return
        source = at + size
        if source < len(self.tokens) and self.tokens[source].low == "from":
            end = self.clauses.end_of_name(source + 1)
            if end > source + 1:
                yield Charge("no_comment", (source + 1, end), None, at, end, "no word from")
            return
        speaker = self._relative_subject(at) or self.clauses.before(at)
        if speaker is not None and self.clauses.can_speak(*speaker):
            asked = next(
                (
                    p
                    for p in range(at + size, min(at + size + 7, len(self.tokens)))
                    if self.tokens[p].low in ("if", "whether")
                ),
                None,
            )
            accused = (
                (asked + 1, self._short_end(asked + 1)) if asked is not None and asked + 1 < len(self.tokens) else None
            )
            yield Charge("no_comment", speaker, accused, speaker[0], at + size, "silent")

    def _painted(self, at: int) -> Iterator[Charge]:
        """ "X called the Y attacks 'unprovoked'": the deed is laid at the door of Y."""
        end = min(at + 16, len(self.tokens))
        things = [token.low for token in self.tokens[at + 1 : at + 4]]
        if {"accusation", "accusations", "allegation", "allegations", "claim", "claims", "charges"} & set(things):
            speaker = self.clauses.before(at)
            if speaker is not None and self.clauses.can_speak(*speaker):
                yield Charge("denies", speaker, None, speaker[0], self._clause_end(at), "calls the accusation")
            return
        if not any(self.words.match("blame.frames", self.tokens, p) for p in range(at + 1, end)):
            return
        speaker = self.clauses.before(at) or self._participle_subject(at)
        if (
            speaker is not None
            and speaker[0] < speaker[1]
            and self.tokens[speaker[1] - 1].low in ("what", "he", "it", "she")
            and self._participle_subject(at)
        ):
            speaker = self.clauses.subject_of_sentence(at) or speaker
        if any(self.words.has("blame.accuses", token.low) for token in self.tokens[max(0, at - 6) : at]):
            return
        accused = self._actor_in(at + 1, min(len(self.tokens), at + 16))
        if speaker is not None and accused is not None and self.clauses.can_speak(*speaker):
            yield Charge("accuses", speaker, accused, speaker[0], min(len(self.tokens), at + 10), "painted as")
