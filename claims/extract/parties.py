"""The parties of a statement of responsibility: who says it, who is accused, and of what."""

from __future__ import annotations

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.charge import Range
from claims.extract.document import Document
from claims.extract.reach import frame_of
from claims.extract.speech import Clauses
from claims.extract.words import Words


class Parties:
    """Finds the parties in one sentence, as token ranges."""

    def __init__(self, document: Document, analysis: Analysis, words: Words) -> None:
        self.document, self.analysis, self.words = document, analysis, words
        self.tokens = analysis.sentence.tokens
        self.clauses = Clauses(analysis.sentence, analysis.moments, words)

    def _text(self, span: Range) -> str:
        start, end = self.analysis.offsets(*span)
        return self.document.raw[start:end]

    def _speaker(self, at: int) -> Range | None:
        """Who speaks for a statement that has no subject of its own: the frame round it."""
        frame = frame_of(self.analysis.sentence, self.analysis.frames, at, self.words)
        return frame.said_by if frame is not None else None

    def _is_verb(self, at: int) -> bool:
        before = self.tokens[at - 1].low if at else ""
        return not (self.words.has("function.determiners", before) or self.words.has("function.prepositions", before))

    def _word_after(self, at: int) -> str:
        return self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""

    def _participle_subject(self, at: int) -> Range | None:
        last = next((f for f in reversed(self.analysis.frames) if f.last <= at and f.said_by), None)
        if last is not None:
            return last.said_by
        return self.clauses.subject_of_sentence(at)

    def _relative_subject(self, at: int) -> Range | None:
        """ "X, which had accused Y": the subject is what the relative clause is about."""
        place = at
        while place and (self.clauses.skips(place - 1)):
            place -= 1
        if place and self.tokens[place - 1].low in ("which", "who"):
            end = place - 1 - (place > 1 and self.tokens[place - 2].text == ",")
            return self.clauses.phrase(end)
        if place and self.tokens[place - 1].low == "and":
            for frame in reversed(self.analysis.frames):
                if frame.last <= place and frame.said_by is not None and frame.kind == "before":
                    return frame.said_by
            return self.clauses.subject_of_sentence(place)
        return None

    def _antecedent(self, at: int) -> Range | None:
        """ "Y, which X blamed for": the accused stands before "which"."""
        which = next(
            (p for p in range(at - 1, max(-1, at - 10), -1) if self.tokens[p].low in ("which", "whom", "that", "who")),
            None,
        )
        if which is None:
            return None
        return self.clauses.phrase(which - (which > 0 and self.tokens[which - 1].text == ","))

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

    def _act_after(self, at: int) -> Range | None:
        """What follows "of" or "for" after the accused, up to the end of the clause."""
        start = next(
            (p + 1 for p in range(at, min(at + 14, len(self.tokens))) if self.tokens[p].low in ("of", "for")), None
        )
        return self._act_from(start) if start is not None and start < len(self.tokens) else None

    def _act_from(self, start: int) -> Range | None:
        """The words of a deed; None for "the attack", which is the event itself."""
        end = min(self._clause_end(start), start + 16)
        words = [token.low for token in self.tokens[start:end]]
        if (
            len(words) <= 3
            and words[:1]
            and words[0] in ("the", "this", "that", "these")
            and self.words.has("blame.acts", words[-1])
        ):
            return None
        return start, end

    def _clause_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].text not in (",", ";", ".", '"'):
            end += 1
        return end

    def _actor_in(self, start: int, end: int) -> Range | None:
        """The first actor named in a stretch, with the deed after it."""
        for at in range(start, end):
            if self.tokens[at].is_capital and is_actor(self.tokens[at].text):
                return at, min(end, self._short_end(at))
        return None

    def _doer(self, verb: int, start: int) -> Range | None:
        """The subject of a deed, or who follows "by" after a passive; the speaker itself right after its verb."""
        if self.clauses.is_passive(verb) and not self.tokens[verb].low.endswith("ing"):
            by = next(
                (p for p in range(verb + 1, min(len(self.tokens), verb + 10)) if self.tokens[p].low == "by"), None
            )
            return (by + 1, self._short_end(by + 1)) if by is not None and by + 1 < len(self.tokens) else None
        end = self._past_auxiliaries(verb, start)
        aside = end > start and self.tokens[end - 1].text in ("\u2014", ",")
        found = self.clauses.past_aside(end) if aside else self.clauses.phrase(end)
        return (max(found[0], start), found[1]) if found is not None and found[1] > start else None

    def _past_auxiliaries(self, verb: int, start: int) -> int:
        at = verb
        while at > start and (
            self.words.has("function.have", self.tokens[at - 1].low)
            or self.words.has("function.be", self.tokens[at - 1].low)
            or self.clauses.skips(at - 1)
        ):
            at -= 1
        return at
