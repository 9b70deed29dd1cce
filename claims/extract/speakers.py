"""Who a speaker's words mean: pronouns and short forms are led back to the fuller words before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.mentions import Mention, can_be_meant, mention_of
from claims.extract.naming import Range
from claims.extract.speech import Clauses
from claims.extract.words import Words

_PERSON = frozenset({"he", "she", "him", "her", "his"})
_BODY = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_OWN = frozenset({"we", "our", "us", "i", "my"})
_PRONOUNS = _PERSON | _BODY | _MANY | _OWN
_OWNERS = frozenset({"its", "his", "her", "their"})
_SILENCED = frozenset({"killed", "missing"})
_BACK = 8
"""Sentences back to which a pronoun leads."""
_NEAR = 2
"""Sentences back to which whoever spoke is likelier meant by "he said" than whom the sentence itself is about."""
_FAR = 60
"""Sentences back to which a short form of a name leads."""


def _is_definite(one: Mention) -> bool:
    """Whether words name somebody, or somebody who is known: no "a soldier"."""
    return one.text.partition(" ")[0].lower() not in ("a", "an", "one", "some", "another")


def _ends_with(one: Mention, words: list[str]) -> bool:
    """Whether words are the end of a longer name: "Abdel Karim" of "the envoy, Rashid Abdel Karim"."""
    parts = one.text.rpartition(", ")[2].split() if one.kind == "person" else []
    return len(parts) > len(words) and parts[-len(words) :] == words


class Speakers:
    """The speakers of a document, found once; what is asked of them depends on the place alone."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.by_sentence: list[list[Mention]] = []
        self.first_names: dict[int, Mention] = {}
        for number, analysis in enumerate(analyses):
            self.by_sentence.append([])
            for span, said in self._spans(analysis):
                self._note(number, analysis, span, said)

    def field(self, number: int, span: Range, rule: str) -> Field:
        """The field of whom words of a sentence mean, with the words themselves kept as an alternative."""
        text, start, end = self._words_of(number, span)
        closing = rule in ("frame after", "frame according")
        full = self.resolve(number, span[0], text, closing)
        if full == text:
            return Field(text, "explicit", rule, start, end)
        return Field(full, "coreference", rule, start, end, (text,))

    def _words_of(self, number: int, span: Range) -> tuple[str, int, int]:
        """The words of a span, without the mark of a possessive, and their offsets."""
        start, end = self.analyses[number].offsets(*span)
        text = self.document.raw[start:end].rstrip(" ,'\u2019")
        text = text[:-2] if text.endswith(("'s", "\u2019s")) else text
        return text, start, start + len(text)

    def resolve(self, number: int, at: int, text: str, closing: bool = False) -> str:
        """The fuller words for a speaker named at a token of a sentence; the words themselves where none are known.

        `closing` is for a speaker who closes the statement ("..., he said"): whoever the statement is about is not
        meant.
        """
        words = text.split()
        low = text.lower()
        if low in _PRONOUNS:
            found = self._meant(number, at, low, closing)
            return found.text if found is not None else text
        if words and words[0].lower() in _OWNERS:
            owner = self._meant(number, at, words[0].lower())
            return f"{text} ({owner.text})" if owner is not None else text
        return self._fuller(number, at, text, words)

    def last_said(self, number: int, at: int = 0, back: int = 3) -> Mention | None:
        """Who spoke last before a token."""
        return next((m for m in self._before(number, at, back) if m.said), None)

    def _spans(self, analysis: Analysis) -> Iterator[tuple[Range, bool]]:
        said = [frame.said_by for frame in analysis.frames if frame.said_by is not None]
        subject = Clauses(analysis.sentence, [], self.words).subject_of_sentence(len(analysis.sentence.tokens))
        if subject is not None and subject not in said and self._is_subject(analysis, subject):
            yield subject, False
        yield from ((span, True) for span in dict.fromkeys(said))

    def _is_subject(self, analysis: Analysis, span: Range) -> bool:
        """Whether words before the first verb are its subject: not quoted, behind no preposition, and no victim."""
        first = span[0]
        before = analysis.sentence.tokens[first - 1].low if first else ""
        if analysis.sentence.in_quotes(first) or self.words.has("function.prepositions", before):
            return False
        return not self._is_lost(analysis, span)

    def _is_lost(self, analysis: Analysis, span: Range) -> bool:
        """Whether a subject is who was killed or is missing, and cannot speak further on."""
        lost = (loss.persons for loss in analysis.losses if loss.measure in _SILENCED)
        return any(one is not None and one.first < span[1] and span[0] < one.last for one in lost)

    def _note(self, number: int, analysis: Analysis, span: Range, said: bool) -> None:
        text = self._words_of(number, span)[0]
        full = self.resolve(number, span[0], text)
        if full.lower() in _PRONOUNS:
            return
        if said or can_be_meant(full, self.words):
            self.by_sentence[number].append(mention_of(full, span, number, analysis, said, self.words))
        elif self._may_be_name(full, span, analysis):
            self.first_names[number] = mention_of(full, span, number, analysis, said, self.words)

    def _may_be_name(self, text: str, span: Range, analysis: Analysis) -> bool:
        """Whether a subject may be a first name: one capitalised word, or one with an age, that is no place."""
        name, _, age = text.partition(", ")
        place = any(found.first <= span[0] < found.last for found in analysis.places)
        return name.isalpha() and name[0].isupper() and not place and (not age or age.isdigit())

    def _before(self, number: int, at: int, back: int) -> Iterator[Mention]:
        """What was mentioned before a token, the likeliest first: the speakers of a sentence, then its subject."""
        for place in range(number, max(-1, number - back - 1), -1):
            mentions = self.by_sentence[place] if place < len(self.by_sentence) else []
            here = [m for m in mentions if place < number or m.first < at]
            yield from (m for m in reversed(here) if m.said)
            yield from (m for m in here if not m.said)

    def _meant(self, number: int, at: int, low: str, closing: bool = False) -> Mention | None:
        kinds = ("body", "name") if low in _BODY else ("many", "body") if low in _MANY else ("person", "name")
        if low in _OWN:
            return None
        fitting = [m for m in self._before(number, at, _BACK) if m.kind in kinds]
        if not fitting and low in _PERSON:
            back = range(number - 1, number - 1 - _BACK, -1)
            return next((self.first_names[place] for place in back if place in self.first_names), None)
        others = (m for m in fitting if not closing or m.said or not self._is_told(m, number, at))
        found = next(others, None)
        near = found is not None and number - found.sentence <= _NEAR
        return found if near else next((m for m in fitting if m is found or _is_definite(m)), found)

    def _is_told(self, one: Mention, number: int, at: int) -> bool:
        """Whether somebody is whom the statement is about that ends at a token: in its sentence, past no semicolon."""
        tokens = self.analyses[number].sentence.tokens
        return one.sentence == number and all(tokens[p].text != ";" for p in range(one.first, at))

    def _fuller(self, number: int, at: int, text: str, words: list[str]) -> str:
        """ "The ministry" is the last ministry named, "the group" the last group, a surname the last person of it."""
        if not words:
            return text
        head = words[-1].lower()
        if words[0].lower() in ("the", "that", "this", "these") and len(words) > 1:
            found = self._same_head(number, at, words)
            if found is not None:
                return found.text
            return self._described(number, at, text, head) if self._is_short(words) else text
        if len(words) == 1 and words[0][:1].isupper() and not is_actor(words[0]):
            return next((m.text for m in self._before(number, at, _FAR) if self._is_name_of(words[0], m)), text)
        if len(words) == 2 and all(word[:1].isupper() for word in words) and not is_actor(text):
            return next((m.text for m in self._before(number, at, _FAR) if _ends_with(m, words)), text)
        return text

    def _is_short(self, words: list[str]) -> bool:
        """Whether words name nobody by themselves: "the group", "the London-based group", "the armed movement"."""
        between = words[1:-1]
        return len(between) <= 2 and all(word.islower() or "-" in word for word in between)

    def _same_head(self, number: int, at: int, words: list[str]) -> Mention | None:
        wanted = {word.lower() for word in words[1:]}
        for one in self._before(number, at, _FAR):
            parts = one.text.lower().replace(",", " ").split()
            if len(parts) > len(words) and one.head == words[-1].lower() and wanted <= set(parts):
                return one
        return None

    def _described(self, number: int, at: int, text: str, head: str) -> str:
        if self.words.has("speech.short_texts", head):
            found = next((m for m in self._before(number, at, _BACK) if m.head != head and self._issued(m)), None)
        elif self.words.has("speech.short_groups", head):
            found = next((m for m in self._before(number, at, _BACK) if self._is_group(m)), None)
        else:
            return text
        return f"{text} ({found.text})" if found is not None and found.text != text else text

    def _issued(self, one: Mention) -> bool:
        """Whether a text can be theirs: they spoke, or are told to have issued one."""
        tokens = self.analyses[one.sentence].sentence.tokens
        return one.said or any(self.words.has("speech.short_texts", token.low) for token in tokens)

    def _is_group(self, one: Mention) -> bool:
        """Whether "the group" can mean it: a body with a name of its own that is no part of a state."""
        parts = [word.strip("(),").lower() for word in one.text.split()]
        named = any(word[:1].isupper() for word in one.text.split()[1:]) or one.text[:1].isupper()
        state = any(self.words.has("speech.state_bodies", word) for word in parts)
        return named and one.kind != "person" and not state and not self.words.has("speech.relays", parts[-1])

    def _is_name_of(self, name: str, one: Mention) -> bool:
        parts = one.text.replace(",", " ").replace("(", " ").replace(")", " ").split()
        return (
            len(parts) > 1
            and name in parts[1:]
            and (parts[-1] == name or one.kind == "person" or f"({name})" in one.text)
        )
