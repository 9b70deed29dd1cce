"""Who is said to have done it: accusations, claims of responsibility, admissions, denials, and silence.

A statement of responsibility needs a word for it (accuse, blame, claim, deny, behind, no comment), or a speaker who
says that a named party did something. Plain narrative ("X carried out strikes") is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extract.actors import is_actor, same_side
from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.speech import PRONOUNS, Clauses, Frame, frame_of
from claims.extract.words import Words

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Charge:
    """A statement of responsibility in token ranges. `accused` is None where it must be found elsewhere."""

    stance: str
    claimant: Range | None
    accused: Range | None
    first: int
    last: int
    rule: str
    act: Range | None = None
    """What the accused is said to have done; None for the event itself."""


def find_charges(document: Document, analysis: Analysis, words: Words) -> list[Charge]:
    """The statements of responsibility of a sentence, each stance of one speaker once."""
    kept: list[Charge] = []
    seen: set[tuple[str, Range | None]] = set()
    for charge in sorted(_Reader(document, analysis, words).charges(), key=lambda charge: charge.first):
        if (charge.stance, charge.claimant) not in seen:
            seen.add((charge.stance, charge.claimant))
            kept.append(charge)
    return kept


class _Reader:
    def __init__(self, document: Document, analysis: Analysis, words: Words) -> None:
        self.document, self.analysis, self.words = document, analysis, words
        self.tokens = analysis.sentence.tokens
        self.clauses = Clauses(analysis.sentence, analysis.moments, words)

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

    def _text(self, span: Range) -> str:
        start, end = self.analysis.offsets(*span)
        return self.document.raw[start:end]

    def _speaker(self, at: int) -> Range | None:
        """Who speaks for a statement that has no subject of its own: the frame round it."""
        frame = frame_of(self.analysis.sentence, self.analysis.frames, at)
        return frame.said_by if frame is not None else None

    # Accusations

    def _accuses(self, at: int) -> Iterator[Charge]:
        low = self.tokens[at].low
        if (
            low in ("held", "holds")
            and not any(t.low == "responsible" for t in self.tokens[at : at + 12])
            or low in ("blame", "charged")
            and not self._is_verb(at)
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

    def _act_after(self, at: int) -> Range | None:
        """What follows "of" or "for" after the accused, up to the end of the clause."""
        start = next((p + 1 for p in range(at, min(at + 14, len(self.tokens))) if self.tokens[p].low in ("of", "for")), None)
        return self._act_from(start) if start is not None and start < len(self.tokens) else None

    def _act_from(self, start: int) -> Range | None:
        """The words of a deed; None for "the attack", which is the event itself."""
        end = min(self._clause_end(start), start + 16)
        words = [token.low for token in self.tokens[start:end]]
        if len(words) <= 3 and words[:1] and words[0] in ("the", "this", "that", "these") and self.words.has("blame.acts", words[-1]):
            return None
        return start, end

    def _is_verb(self, at: int) -> bool:
        before = self.tokens[at - 1].low if at else ""
        return not (self.words.has("function.determiners", before) or self.words.has("function.prepositions", before))

    def _word_after(self, at: int) -> str:
        return self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""

    def _participle_subject(self, at: int) -> Range | None:
        last = next((f for f in reversed(self.analysis.frames) if f.last <= at and f.said_by), None)
        if last is not None:
            return last.said_by
        return self.clauses._subject_of_sentence(at)

    def _relative_subject(self, at: int) -> Range | None:
        """ "X, which had accused Y": the subject is what the relative clause is about."""
        place = at
        while place and (self.clauses._skips(place - 1)):
            place -= 1
        if place and self.tokens[place - 1].low in ("which", "who"):
            end = place - 1 - (place > 1 and self.tokens[place - 2].text == ",")
            return self.clauses._phrase(end)
        if place and self.tokens[place - 1].low == "and":
            for frame in reversed(self.analysis.frames):
                if frame.last <= place and frame.said_by is not None and frame.kind == "before":
                    return frame.said_by
            return self.clauses._subject_of_sentence(place)
        return None

    def _antecedent(self, at: int) -> Range | None:
        """ "Y, which X blamed for": the accused stands before "which"."""
        which = next(
            (p for p in range(at - 1, max(-1, at - 10), -1) if self.tokens[p].low in ("which", "whom", "that", "who")),
            None,
        )
        if which is None:
            return None
        return self.clauses._phrase(which - (which > 0 and self.tokens[which - 1].text == ","))

    def _accused(self, start: int) -> Range | None:
        """The party after a verb of accusing: up to "of" or "for"; its agent or owner when it is a deed."""
        end = start
        while end < min(len(self.tokens), start + 14) and self.tokens[end].low not in (
            "of",
            "for",
            "on",
            "over",
            ",",
            ";",
            ".",
            "that",
            "as",
            "and",
            "in",
            "after",
            "\u2014",
            "while",
            "with",
            "to",
        ):
            end += 1
        if end < len(self.tokens) and self.tokens[end].low == "on" and end + 1 < len(self.tokens):
            other = (end + 1, self._short_end(end + 1))
            if is_actor(self._text(other)) and not is_actor(self._text((start, end))) if end > start else False:
                return other
        by = next((p for p in range(start, min(len(self.tokens), start + 16)) if self.tokens[p].low == "by"), None)
        if end > start and is_actor(self._text((start, end))) and not (by is not None and by < end):
            return start, end
        if by is not None and by + 1 < len(self.tokens):
            return by + 1, self._short_end(by + 1)
        after = next(
            (
                m
                for m in range(end, min(len(self.tokens), end + 8))
                if self.tokens[m].is_capital and is_actor(self.tokens[m].text)
            ),
            None,
        )
        if after is not None:
            return after, self._short_end(after)
        return (start, end) if end > start and self.tokens[start].is_capital else None

    def _short_end(self, start: int) -> int:
        end = start
        while end < min(len(self.tokens), start + 8):
            token = self.tokens[end]
            if not (token.is_word or token.low == "'s") or (
                end > start
                and (
                    token.low
                    in (
                        "of",
                        "for",
                        "and",
                        "in",
                        "on",
                        "who",
                        "that",
                        "which",
                        "had",
                        "was",
                        "were",
                        "is",
                        "have",
                        "has",
                        "as",
                        "while",
                        "at",
                        "but",
                        "after",
                    )
                    or self.words.has("function.verbs", token.low)
                )
            ):
                break
            end += 1
        return max(end, start + 1)

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

    # Denials

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
        noun = next((p for p in range(speaker[1] - 1, speaker[0] - 1, -1) if self.words.has("speech.nouns", self.tokens[p].low)), None)
        if noun is not None and noun + 1 < speaker[1] and self.tokens[noun + 1].low not in ("of", "by"):
            speaker = (noun + 1, speaker[1])  # "an accusation Yerevan denied"
        if not self._denies_a_deed(at, speaker):
            return
        yield Charge("denies", speaker, None, min(speaker[0], at), self._clause_end(at), "denies")

    def _denies_a_deed(self, at: int, speaker: Range) -> bool:
        """Whether what is denied is a deed or a statement about one; or the thing stands before ("a claim that X denies")."""
        after = [token.low for token in self.tokens[at + 1 : at + 9]]
        if any(self.words.has("blame.denied_things", low) or self.words.has("blame.acts", low) for low in after):
            return True
        before = [token.low for token in self.tokens[max(0, speaker[0] - 4) : speaker[0]]]
        return any(self.words.has("speech.nouns", low) for low in before)

    def _clause_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].text not in (",", ";", ".", '"'):
            end += 1
        return end

    # Claims of one's own

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
        if (
            any(
                self.words.has("function.be", low)
                or self.words.has("function.have", low)
                or self.words.has("function.verbs", low)
                for low in after[1:]
            )
            and deed
        ):
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
        while place and (self.words.has("function.be", self.tokens[place - 1].low) or self.clauses._skips(place - 1)):
            place -= 1
        if place and self.tokens[place - 1].low in ("that", "which", "who", ","):
            place -= 1
            if place and self.tokens[place - 1].text == ",":
                place -= 1
        accused = self.clauses._phrase(place)
        if accused is None or not (is_actor(self._text(accused)) or self.tokens[accused[0]].is_capital):
            return
        speaker = self._speaker(at)
        yield Charge(
            "accuses", speaker if speaker != accused else None, accused, accused[0], self._clause_end(at), "behind"
        )

    # Silence

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

    # What a speaker says somebody did

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
            speaker = self.clauses._subject_of_sentence(at) or speaker
        if any(self.words.has("blame.accuses", token.low) for token in self.tokens[max(0, at - 6) : at]):
            return
        accused = self._actor_in(at + 1, min(len(self.tokens), at + 16))
        if speaker is not None and accused is not None and self.clauses.can_speak(*speaker):
            yield Charge("accuses", speaker, accused, speaker[0], min(len(self.tokens), at + 10), "painted as")

    def _actor_in(self, start: int, end: int) -> Range | None:
        """The first actor named in a stretch, with the deed after it."""
        for at in range(start, end):
            if self.tokens[at].is_capital and is_actor(self.tokens[at].text):
                return at, min(end, self._short_end(at))
        return None

    def _said(self, frame: Frame) -> Iterator[Charge]:
        """ "X said (that) Y attacked": Y is accused, or claims its own deed when Y is X."""
        if frame.said_by is None or frame.stance == "denies":
            return
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
            any(self.words.has("blame.acts", w) for w in low[:4]) and {"aimed", "targeted", "intended", "destroyed"} & set(low)
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
        yield Charge(stance, speaker, speaker if own else who, first, max(verb + 1, frame.last), "said to have done", self._act_from(verb))

    def _doer(self, verb: int, start: int) -> Range | None:
        """The subject of a deed, or who follows "by" after a passive; the speaker itself right after its verb."""
        if self.clauses.is_passive(verb) and not self.tokens[verb].low.endswith("ing"):
            by = next(
                (p for p in range(verb + 1, min(len(self.tokens), verb + 10)) if self.tokens[p].low == "by"), None
            )
            return (by + 1, self._short_end(by + 1)) if by is not None and by + 1 < len(self.tokens) else None
        end = self._past_auxiliaries(verb, start)
        aside = end > start and self.tokens[end - 1].text in ("\u2014", ",")
        found = self.clauses._past_aside(end) if aside else self.clauses._phrase(end)
        return (max(found[0], start), found[1]) if found is not None and found[1] > start else None

    def _past_auxiliaries(self, verb: int, start: int) -> int:
        at = verb
        while at > start and (
            self.words.has("function.have", self.tokens[at - 1].low)
            or self.words.has("function.be", self.tokens[at - 1].low)
            or self.clauses._skips(at - 1)
        ):
            at -= 1
        return at
