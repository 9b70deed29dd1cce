"""Whether a word is a verb by which somebody says something, and whether words can name somebody who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.extract.actors import is_actor
from claims.extract.moment import Moment
from claims.extract.person_nouns import is_person, person_at
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_SMALL = ("determiners", "prepositions", "pronouns", "adverbs", "conjunctions", "subordinators")
_SOME = frozenset({"some", "others", "many", "several", "most", "both"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing"})
_ADJECTIVES = frozenset(
    {"alleged", "confirmed", "reported", "purported", "estimated", "registered", "recorded"}
    | {"identified", "documented", "verified", "listed", "counted", "named"}
)
_PLURAL = frozenset({"they", "we", "i", "police", "data", "media", "people", "who", "children"})
_NOT = frozenset({"not", "never", "to", "n't", "cannot", "can't", "didn't", "doesn't", "don't", "wouldn't", "couldn't"})


class Saying:
    """Tells verbs of saying from nouns, and speakers from other words, in one sentence."""

    def __init__(self, sentence: Sentence, moments: Sequence[Moment], words: Words) -> None:
        self.sentence, self.words = sentence, words
        self.tokens: list[Token] = sentence.tokens
        self.in_date = _between(self.tokens, [(m.start, m.end) for m in moments]) if moments else frozenset()

    def low(self, at: int) -> str:
        """The lower-case word at a place; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_small(self, at: int, *lists: str) -> bool:
        """Whether a word stands in one of the lists of small words."""
        return 0 <= at < len(self.tokens) and self.tokens[at].low in self.words.any_of(lists)

    def stance_of(self, low: str) -> str:
        """The stance of a verb of saying; empty for any other word."""
        return self.words.stance(low)

    def is_noun(self, at: int) -> bool:
        """Whether a word that could be a verb of saying is a noun, an infinitive or denied here."""
        if at == 0:
            return True
        low, before, after = self.low(at), self.low(at - 1), self.low(at + 1)
        noun = self.words.has("speech.nouns", low) or self._also_noun(low)
        if noun and (self.low(at - 2) == "to" or self._is_verb_word(before)):
            return True
        if before in _NOT:
            return True
        if self.words.has("speech.base", low) and not (self._after_modal(at) or self._after_plural(at)):
            return True
        small = self.is_small(at - 1, "determiners", "prepositions") or before in ("'s", "and", "of")
        if noun and small and before != "that" and not (before == "and" and self._has_object(at)):
            return True
        if noun and (self.stance_of(after) or self.is_small(at + 1, "be", "have")):
            return True
        if noun and low.endswith("s") and after in ("and", "of", "by", ",", ".", "from", "about", ":"):
            return after != "." or not (self.tokens[at - 1].is_capital or self.words.has("speech.heads", before))
        counted = before[0].isdigit() and not self.tokens[at - 2].is_capital and after != "that"
        if low in _ADJECTIVES and (counted or self.is_small(at - 1, "determiners", "numbers")):
            return True
        return low.startswith("claim") and self._object_claimed(at)

    def _also_noun(self, low: str) -> bool:
        return self.words.has("speech.also_nouns", low)

    def _is_verb_word(self, low: str) -> bool:
        """Whether a word of saying is no noun besides: "confirm" in "to confirm reports"."""
        return bool(self.stance_of(low)) and not self._also_noun(low) and not self.words.has("speech.nouns", low)

    def _has_object(self, at: int) -> bool:
        return self.is_small(at + 1, "determiners") or self.low(at + 1) == "that"

    def _after_modal(self, at: int) -> bool:
        """ "Would say later", "can confirm": an auxiliary before, with adverbs at most between."""
        place = at - 1
        while place > 0 and place > at - 3 and self.is_small(place, "adverbs") and self.low(place) not in _NOT:
            place -= 1
        return self.low(place) in ("would", "can", "did", "does", "do")

    def _after_plural(self, at: int) -> bool:
        """Whether the word before can be a plural subject: "data show", "they report", "police say"."""
        far = 2 if self._also_noun(self.low(at)) and self.low(at + 1) != "that" else 9
        for place in range(at - 1, max(-1, at - far), -1):
            token = self.tokens[place]
            if token.text in (",", ")", '"', ";", "(") or (place == at - 1 and self.is_small(place, "prepositions")):
                noun = self._also_noun(self.low(at)) and self.low(at + 1) != "that"
                return place == at - 1 and not token.is_word and not noun
            if token.low in _PLURAL or (token.low.endswith("s") and token.low not in ("'s", "this", "was", "is")):
                return True
            if person_at((token.low,)) == (1, True):
                return True
        return False

    def _object_claimed(self, at: int) -> bool:
        """ "Claimed responsibility", "claimed the attack", "claimed 171 lives": nothing is reported."""
        after = [token.low for token in self.tokens[at + 1 : at + 5]]
        if "responsibility" in after[:2] or after[:1] == ["credit"]:
            return True
        if after[:1] and self.words.has("function.determiners", after[0]):
            if any(self.is_death(low) for low in after[1:3]):
                return False
            finite = ("function.verbs", "function.be")
            named = any(self.words.has("blame.acts", low) for low in after[1:3])
            return named and not any(self.words.has(name, low) for low in after[2:] for name in finite)
        return any(low in ("life", "lives") for low in after[1:])

    def is_passive(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle."""
        for place in range(at - 1, max(-1, at - 4), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if not (low.endswith("ly") or self.words.has("function.adverbs", low)):
                return False
        return False

    def can_speak(self, start: int, end: int) -> bool:
        """Whether words can name a speaker: a word for one, a name, or a pronoun alone."""
        words = self.tokens[start:end]
        if not words:
            return False
        if len(words) == 1 and words[0].low in PRONOUNS:
            return words[0].low != "it" or not self.words.has("function.be", self.low(end))
        lows = [token.low for token in words]
        if len(words) == 1 and lows[0] in _SOME:
            return self.stance_of(self.low(end)) != ""
        if any(self.is_head(token.low) or is_person(token.text) for token in words):
            counted = words[0].text[0].isdigit() and not self.is_head(lows[-1])
            return not counted and "than" not in lows and lows[0] not in _NOBODY
        capital = any(_is_capital(token) and not self._is_first(token) for token in words)
        return capital or self._is_name(words)

    def is_death(self, low: str) -> bool:
        """Whether a noun is one for a death or a capture of which somebody may tell: "the killing of 12 farmers"."""
        return self.words.has("speech.deaths", low)

    def is_head(self, low: str) -> bool:
        """Whether a noun, in the singular or the plural, can speak: "ministry", "governments"."""
        has = self.words.has
        one = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
        return has("speech.heads", low) or has("speech.heads", one)

    def _is_name(self, words: list[Token]) -> bool:
        """Whether words that open a sentence are a name: one word, or an actor of the registry."""
        first = words[0]
        if not _is_capital(first) or self._is_function(first.low):
            return False
        if self.words.has("function.numbers", first.low) or words[-1].text[0].isdigit():
            return False
        return len(words) == 1 or is_actor(first.text)

    def _is_first(self, token: Token) -> bool:
        """Whether a capital says nothing: a small word, or the first word of the sentence."""
        return self._is_function(token.low) or token.start == self.sentence.start

    def _is_function(self, low: str) -> bool:
        return low in self.words.any_of(_SMALL)

    def has_figure(self, at: int, last: int) -> bool:
        """Whether a number, or a word for one, stands in a stretch."""
        return any(
            token.text[0].isdigit() or self.words.has("function.numbers", token.low)
            for token in self.tokens[at : min(last, len(self.tokens))]
        )

    def reports(self, at: int) -> bool:
        """Whether a verb that need not report anything is followed by a statement or a figure."""
        low = self.low(at)
        after = [token.low for token in self.tokens[at + 1 : at + 16]]
        if after[:1] == ["to"] and low.startswith(("vow", "pledg", "urg", "warn")):
            return False
        if self.words.has("speech.laments", low):
            if "that" in after[:3]:
                return True
            return any(self.is_death(word) for word in after[:7]) and any(word in ("of", "for") for word in after[:8])
        if self.words.has("speech.needs_figure", low) and self.has_figure(at + 1, at + 14):
            return not low.startswith(("sp", "talk")) or "of" in after[:3]
        if low.startswith(("accus", "blam", "charg")):
            return "that" in after[:3] or self._accuses_of(after)
        if self.words.has("speech.carries", low):
            return self.carries(at) and ("that" in after[:8] or any(self.is_death(word) for word in after[2:6]))
        if self.words.has("speech.needs_figure", low):
            toll = any(self.words.has("speech.toll", word) for word in after)
            return toll or "that" in after[:3]
        if any(self.is_death(word) for word in after[:6]) and "of" in after[:7]:
            return True
        if "that" in after[:4] or '"' in after[:3]:
            return True
        return low in ("claims", "reports", "estimates", "states", "notes", "believed", "feared", "fears") or (
            low not in ("claims", "reports") and self.has_figure(at + 1, at + 6)
        )

    def carries(self, at: int) -> bool:
        """ "Carried reports", "received testimony": what follows is in the text that somebody passes on."""
        near = (self.low(p) for p in range(at + 1, at + 3))
        return self.words.has("speech.carries", self.low(at)) and any(
            self.words.has("speech.carriers", n) for n in near
        )

    def _accuses_of(self, after: list[str]) -> bool:
        """Whether "of", "for" or "with" and a deed follow: "blamed the rebels for killing 12"."""
        place = next((p for p, word in enumerate(after[:10]) if word in ("of", "for", "with")), len(after))
        what = after[place + 1 : place + 6]
        end = next((p for p, word in enumerate(what) if self.words.has("function.prepositions", word)), len(what))
        return any(word.endswith("ing") for word in what[:2]) or any(self.is_death(word) for word in what[:end])


def _between(tokens: Sequence[Token], stretches: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens that begin in stretches of the text; both go from left to right."""
    starts = [token.start for token in tokens]
    return frozenset(
        at for start, end in stretches for at in range(bisect_left(starts, start), bisect_left(starts, end))
    )


def _is_capital(token: Token) -> bool:
    """Whether a word or a part of it has a capital: "Hamas", "al-Shabaab"."""
    return token.is_word and any(part[:1].isupper() for part in token.text.split("-"))
