"""Mentions of attacks in a sentence, with who is said to have made them: "an Israeli raid", "gunmen stormed".

An owner or a people before a noun of attack, "by" after it, or the subject of a verb of attack. Only a doer that can
act counts: an actor of the registry, a people, or armed people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.extract.actors import is_actor
from claims.extract.place_names import is_demonym
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST = 10


class Event(NamedTuple):
    """A word for an attack, by its token, and the token range of who made it (None where it does not say)."""

    at: int
    doer: tuple[int, int] | None


def find_events(sentence: Sentence, words: Words) -> list[Event]:
    """The mentions of attacks in a sentence, from left to right."""
    return list(_Reader(sentence, words).events())


class _Reader:
    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.words = words

    def events(self) -> Iterator[Event]:
        for at, token in enumerate(self.tokens):
            if self.words.has("events.nouns", token.low) and not self._goes_on(at):
                yield Event(at, self._by(at + 1) or self._before_noun(at))
            elif self.words.has("blame.accuses", token.low):
                yield from self._accused(at)
            elif self.words.has("events.verbs", token.low) and self._is_verb(at):
                yield Event(at, self._by(at + 1) if self._is_passive(at) else self._subject(at))

    def _accused(self, at: int) -> Iterator[Event]:
        """ "Accused the army of shelling", "blamed the rebels for killing": who is named made the attack."""
        end = self._phrase_end(at + 1, stops=("of", "for"))
        if end + 1 < len(self.tokens) and end > at + 1 and self.tokens[end].low in ("of", "for"):
            attack = self.tokens[end + 1].low.endswith("ing") or self.words.has(
                "events.nouns", self.tokens[end + 1].low
            )
            if attack and self._can_act(at + 1, end):
                yield Event(end + 1, (at + 1, end))

    def _goes_on(self, at: int) -> bool:
        """Whether the noun only describes the next: "drone strike"."""
        return at + 1 < len(self.tokens) and self.words.has("events.nouns", self.tokens[at + 1].low)

    def _is_verb(self, at: int) -> bool:
        before = self.tokens[at - 1].low if at else "the"
        small = self.words.has("function.determiners", before) or self.words.has("function.prepositions", before)
        return not small and before not in ("'s", "to")

    def _is_passive(self, at: int) -> bool:
        place = at - 1
        while place > 0 and (self.words.has("function.adverbs", self.tokens[place].low) or self._is_adverb(place)):
            place -= 1
        return place >= 0 and self.words.has("function.be", self.tokens[place].low)

    def _is_adverb(self, at: int) -> bool:
        return self.tokens[at].low.endswith("ly")

    def _by(self, start: int) -> tuple[int, int] | None:
        """Who follows "by", right after the word or after "fired by", "carried out by"."""
        for at in range(start, min(start + 5, len(self.tokens) - 1)):
            low = self.tokens[at].low
            if low == "by":
                end = self._phrase_end(at + 1)
                return (at + 1, end) if end > at + 1 and self._can_act(at + 1, end) else None
            if low in (",", ";") or (self.tokens[at].is_word and not self._leads_to_by(low)):
                return None
        return None

    def _leads_to_by(self, low: str) -> bool:
        return self.words.has("events.by", low) or low in ("out", "in", "off", "on", "up", "down", "allegedly")

    def _phrase_end(self, start: int, stops: tuple[str, ...] = ()) -> int:
        """The end of a noun phrase; "of" and a name in brackets belong to it."""
        at = start
        while at < min(len(self.tokens), start + _LONGEST):
            token = self.tokens[at]
            if token.text == "(" and at + 2 < len(self.tokens) and self.tokens[at + 2].text == ")":
                at += 3
                continue
            if not (token.is_word or token.low == "'s") or self._ends_phrase(token.low) or token.low in stops:
                break
            at += 1
        return at

    def _ends_phrase(self, low: str) -> bool:
        names = ("prepositions", "conjunctions", "relatives", "subordinators", "be", "have")
        small = low not in ("of", "and") and any(self.words.has(f"function.{name}", low) for name in names)
        spoken = self.words.has("speech.verbs.says", low) or self.words.has("speech.verbs.claims", low)
        verb = (self.words.has("function.verbs", low) or self.words.has("events.verbs", low)) and not self.words.has(
            "events.nouns", low
        )
        participle = low.endswith("ing") and not self.words.has("events.nouns", low)
        return small or spoken or verb or participle or low == "and"

    def _before_noun(self, at: int) -> tuple[int, int] | None:
        """An owner or a people before the noun: "Israel's bombing", "a suspected Pakistani air strike"."""
        first = at
        while first > 0 and at - first < _LONGEST and self._describes(first - 1):
            first -= 1
            if self.words.has("function.determiners", self.tokens[first].low):
                break
        return (first, at + 1) if first < at and self._can_act(first, at, carriers=False) else None

    def _describes(self, at: int) -> bool:
        """Whether a word may stand before a noun of attack: an owner, a people, an adjective; "and" joins peoples."""
        token = self.tokens[at]
        if token.low == "and":
            return at > 0 and is_demonym(self.tokens[at - 1].text) and is_demonym(self.tokens[at + 1].text)
        return self._in_phrase(at) and token.low != "of" and not self.words.has("events.verbs", token.low)

    def _in_phrase(self, at: int) -> bool:
        token = self.tokens[at]
        small = self.words.has("function.adverbs", token.low) or self.words.has("events.times", token.low)
        return token.low == "'s" or (token.is_word and not small and not self._ends_phrase(token.low))

    def _subject(self, at: int) -> tuple[int, int] | None:
        """The noun phrase before a verb, past helping verbs; what a relative clause is about."""
        end = at
        while end > 0 and self._helps(end - 1):
            end -= 1
        while end > 0 and self.tokens[end - 1].text == ")":
            end = next((p for p in range(end - 1, max(-1, end - 5), -1) if self.tokens[p].text == "("), 0)
        if end > 0 and self.tokens[end - 1].low in ("who", "which", "that"):
            end -= 2 if end > 1 and self.tokens[end - 2].text == "," else 1
        if end > 1 and (part := self._participle_before(end)):
            end = part
        first = self._phrase_start(end)
        if first > 1 and self.tokens[first - 1].low in ("on", "in", "with", "from") and self._in_phrase(first - 2):
            behind = self._phrase_start(first - 1)
            if self._can_act(behind, first - 1):
                return behind, end
        return (first, end) if first < end and self._can_act(first, end) else None

    def _phrase_start(self, end: int) -> int:
        """Where the noun phrase begins that ends here: at its article, unless "of" stands before that."""
        first = end
        while first > 0 and end - first < _LONGEST and self._in_phrase(first - 1):
            first -= 1
            small = self.words.has("function.determiners", self.tokens[first].low)
            if small and (first == 0 or self.tokens[first - 1].low != "of"):
                break
        return first

    def _participle_before(self, at: int) -> int:
        """The end of the noun phrase in "rebels wearing uniforms attacked", from where the verb is; 0 for none."""
        for place in range(at - 1, max(0, at - 7), -1):
            token = self.tokens[place]
            if not token.is_word:
                return 0
            if token.low.endswith("ing") and not self.words.has("events.nouns", token.low):
                before = self.tokens[place - 1]
                return place if before.is_word and not self._ends_phrase(before.low) else 0
        return 0

    def _helps(self, at: int) -> bool:
        low = self.tokens[at].low
        return self.words.has("function.have", low) or self.words.has("function.adverbs", low) or low.endswith("ly")

    def _can_act(self, first: int, last: int, carriers: bool = True) -> bool:
        """Whether words name who can attack; never those who only tell of it."""
        lows = [token.low for token in self.tokens[first:last]]
        if not lows or self.words.has("events.bystanders", lows[-1]):
            return False
        text = " ".join(token.text for token in self.tokens[first:last])
        return (
            is_actor(text)
            or any(is_demonym(token.text) for token in self.tokens[first:last] if token.is_capital)
            or (carriers and any(self.words.has("events.carriers", low) for low in lows))
        )
