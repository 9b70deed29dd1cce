"""Places in a sentence: capitalised names after a word of place, and those beside a word such as "province".

A chain ("Dangam district, Kunar province") is one place with its parts. A name that the gazetteer lacks counts only
after a preposition of place, or beside a word for a kind of place; after a verb of attack only known names count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extract.actors import is_actor
from claims.extract.place_names import is_demonym, known
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST = 6
_FREE = frozenset({"in", "at", "near", "outside", "off", "between", "around"})
"""After these a name that nobody knows may be a place; after "raid on" too."""
_VERBAL = ("function.verbs", "function.be", "function.have", "speech.verbs.says", "speech.verbs.claims")


class Part(NamedTuple):
    """One name of a chain with the words for its kind: its token range and how fine it is."""

    first: int
    last: int
    fineness: int
    known: bool


class PlaceName(NamedTuple):
    """A place in a sentence: its token range, how fine its finest part is, and its parts.

    4 a site or town, 3 a district or a name beside a word for a kind of place, 2 a province or a name that is not
    known, 1 a country. `sure` says that the gazetteer has it, or that a word for a kind of place stands beside it.
    """

    first: int
    last: int
    fineness: int
    parts: tuple[Part, ...] = ()
    sure: bool = True
    beside: tuple[Part, ...] = ()
    """What it is said to lie near, or on the border of."""
    end: int = 0
    """The end of those words, where there are any."""


def find_places(sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> list[PlaceName]:
    """The places of a sentence, from left to right; `taken` holds the stretches that are dates."""
    return list(_Reader(sentence, words, taken).places())


class _Reader:
    def __init__(self, sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.words, self.taken = words, taken

    def places(self) -> Iterator[PlaceName]:
        at = 0
        last: PlaceName | None = None
        while at < len(self.tokens):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            at = found.last
            if last is not None and self._goes_on_from(last, found.first):
                last = last._replace(beside=last.beside + found.parts, end=found.last)
                continue  # "near X, 18 km south of Y", "in X, on the border": one place
            if last is not None:
                yield last
            last = found
        if last is not None:
            yield last

    def _goes_on_from(self, last: PlaceName, first: int) -> bool:
        """Whether only a distance or a direction stands between two places, so that the second places the first."""
        between = self.tokens[max(last.last, last.end) : first]
        return (
            0 < len(between) < 10
            and between[0].text in (",", "(")
            and all(self._measures(token) for token in between[1:])
        )

    def _measures(self, token: Token) -> bool:
        low = token.low
        return (
            low
            in ("a", "an", "in", "on", "near", "of", "the", "from", "about", "some", "close", "to", "around", "outside")
            or token.text[0].isdigit()
            or self.words.has("ground.bearings", low)
            or self.words.has("ground.measures", low)
            or self.words.has("ground.directions", low)
        )

    def _at(self, at: int) -> PlaceName | None:
        """The place that a word of place, or a verb, at this token leads to."""
        low = self.tokens[at].low
        if self.words.has("ground.before", low):
            aimed = low in ("on", "against") and at > 0 and self.words.has("events.nouns", self.tokens[at - 1].low)
            return self._chain(at + 1, aimed or low in _FREE)
        if low == "of" and at and self.words.has("ground.bearings", self.tokens[at - 1].low):
            return self._chain(at + 1, True)
        if low == "," and at and self._names_kind(at - 1):
            found = self._chain(at + 1, True)  # "in another town, Merawi"
            return found if found is not None and found.first == found.parts[0].first else None
        if low == "from" and at and self.words.has("ground.seizing", self.tokens[at - 1].low):
            return self._chain(at + 1, True)
        if self.words.has("ground.verbs", low):
            found = self._chain(at + 1, self.words.has("ground.taking", low))
            if found is not None and not found.sure:
                return found
            # "Struck Iran", "told by Kabul": a country or a mere name there is more often a party.
            kind = found is not None and any(p.last > p.first and self._is_kind(p.last - 1) for p in found.parts)
            return (
                found
                if found is not None and (kind or (found.sure and found.fineness == 4 and self._hits(at)))
                else None
            )
        return None

    def _hits(self, at: int) -> bool:
        return self.tokens[at].low not in ("of", "from", "against", "to", "by", "left", "targeted", "targeting")

    def _is_kind(self, at: int) -> bool:
        return self.words.has("ground.kinds", self.tokens[at].low)

    def _chain(self, start: int, unknown: bool) -> PlaceName | None:
        """The longest chain of names that starts here; `unknown` says whether it may begin with a name not known."""
        first = self._link(start, unknown)
        if first is None:
            return None
        parts = [first]
        for _ in range(4):
            after = self._past_joint(parts[-1].last, start)
            link = self._link(after, True) if after > parts[-1].last else None
            if link is None or (self.tokens[parts[-1].last].text == "," and not self._goes_with(link)):
                break
            parts.append(link)
        fineness = max(part.fineness for part in parts)
        return PlaceName(start, parts[-1].last, fineness, tuple(parts), any(part.known for part in parts))

    def _goes_with(self, link: Part) -> bool:
        """Whether a name after a comma belongs to the chain: known or with its kind, and not the subject of a verb."""
        after = self.tokens[link.last].low if link.last < len(self.tokens) else "."
        return link.known and not any(self.words.has(name, after) for name in _VERBAL)

    def _past_joint(self, at: int, start: int) -> int:
        joints = {",", "of", "in", "'s", "the"}
        if start and self.tokens[start - 1].low == "between":
            joints.add("and")
        while at < len(self.tokens) and self.tokens[at].low in joints:
            at += 1
        return at

    def _link(self, start: int, unknown: bool) -> Part | None:
        """One name with the words beside it."""
        at = start
        if self._is_the_capital(at):
            return Part(at + 1, at + 2, 4, True)
        while at < len(self.tokens) and at - start < _LONGEST and self._describes(at):
            at += 1
        name = at
        while (
            at < len(self.tokens)
            and at - name < _LONGEST
            and ((self._is_name(at) and not (at > name and self._is_kind(at))) or self._joins(name, at))
        ):
            at += 1
        if at == name:
            return None
        before = any(self._names_kind(place) for place in range(start, name))
        for end in range(at, name, -1):
            part = self._part(start, name, end, end == at, before, unknown)
            if part is not None:
                return part
        return None

    def _is_the_capital(self, at: int) -> bool:
        """ "The capital" by itself, which the country of the story names."""
        low = [token.low for token in self.tokens[at : at + 3]]
        named = len(low) > 2 and (low[2] in ("of", "city") or self.tokens[at + 2].is_capital)
        return low[:2] == ["the", "capital"] and not named

    def _part(self, start: int, name: int, end: int, whole: bool, before: bool, unknown: bool) -> Part | None:
        """The name from one token to another as a place; None when it is none."""
        text = " ".join(token.text for token in self.tokens[name:end])
        if is_demonym(text):
            if not self._belongs_to_a_people(end):
                return None
            return Part(name, end + 1, 2 if self.tokens[end].low != "capital" else 4, True)
        last = self._kinds_after(end) if whole else end
        if last > end and self.words.has("ground.forces", self.tokens[last - 1].low):
            return None  # "the Pakistan Army"
        kind = last > end or before
        fineness = known(text) if whole else 0
        if not fineness and whole and kind and not is_actor(text):
            fineness, sure = 3, True
        elif fineness:
            sure = True
        elif whole and unknown and self._is_unknown_name(start, name, end):
            fineness, sure = 2, False
        else:
            return None
        if last > end:
            fineness = self._of_kind(last - 1, fineness)
        return Part(name, last, fineness, sure)

    def _of_kind(self, at: int, fineness: int) -> int:
        """How fine a place is by the word for its kind."""
        low = self.tokens[at].low
        if self.words.has("ground.sites", low):
            return 4
        return 2 if self.words.has("ground.provinces", low) else max(fineness, 3) if fineness < 4 else 3

    def _names_kind(self, at: int) -> bool:
        return self._is_kind(at) and not self.words.has("ground.directions", self.tokens[at].low)

    def _is_unknown_name(self, start: int, name: int, end: int) -> bool:
        """Whether a name that the gazetteer lacks may be a place: right after the preposition, and nobody's name."""
        text = " ".join(token.text for token in self.tokens[name:end])
        after = self.tokens[end] if end < len(self.tokens) else None
        ends = after is None or not after.is_word or not after.is_capital
        noun = after is not None and after.is_word and not self._may_follow(after.low)
        return end - name <= 4 and ends and not noun and not is_actor(text) and not text.isupper()

    def _may_follow(self, low: str) -> bool:
        """Whether a word may follow the name of a place: anything but the noun that the name describes."""
        small = ("prepositions", "conjunctions", "relatives", "subordinators", "adverbs", "be", "have", "verbs")
        return (
            any(self.words.has(f"function.{name}", low) for name in small)
            or any(self.words.has(name, low) for name in _VERBAL)
            or low.endswith(("ing", "ed", "ly"))
            or low in ("'s", "alone", "here", "itself", "last", "this", "early", "late")
        )

    def _belongs_to_a_people(self, at: int) -> bool:
        """Whether a word after a people's name makes it a place: "the Afghan capital", never "a Pakistani military"."""
        return at < len(self.tokens) and self.words.has("ground.kinds_of_a_people", self.tokens[at].low)

    def _kinds_after(self, at: int) -> int:
        """Past the words for a kind of place; a capitalised run counts too ("Sagaing Region")."""
        while at < len(self.tokens):
            size = self.words.match("ground.long_kinds", self.tokens, at) or self._is_kind(at)
            if not size:
                break
            at += size
        return at

    def _describes(self, at: int) -> bool:
        """Whether a small word may stand between the preposition and the name."""
        token = self.tokens[at]
        low = token.low
        if token.is_word and token.is_capital:
            return (
                is_demonym(token.text)
                and any(t.low == "of" for t in self.tokens[at + 2 : at + 4])
                and self._is_kind(at + 1)
            )
        if (
            self.words.has("ground.directions", low)
            or self._is_kind(at)
            or low in ("of", "a", "an", "'s", "called", "its", "known", "as", "named", "his")
        ):
            return True
        return token.is_word and low.endswith("ern")

    def _joins(self, name: int, at: int) -> bool:
        """Whether a small word joins two parts of one name: "Plan de Oriente"."""
        if at > name and self.tokens[at].low in ("of", "the", "and"):
            return self._is_one_name(name, at)
        if at == name or at + 1 >= len(self.tokens) or not self._is_name(at + 1):
            return False
        return self.words.has("ground.joints", self.tokens[at].low)

    def _is_one_name(self, name: int, at: int) -> bool:
        """Whether small words join capitalised ones to a known name: "Jammu and Kashmir", "Republic of the Congo"."""
        first = at - 1 if self.tokens[at].low == "the" and self.tokens[at - 1].low == "of" else at
        end = at + 2 if self.tokens[at + 1 : at + 2] and self.tokens[at + 1].low == "the" else at + 1
        if first == name or end >= len(self.tokens) or not self.tokens[end].is_capital:
            return False
        return known(" ".join(token.text for token in self.tokens[name : end + 1])) > 0

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        if any(a < token.end and token.start < b for a, b in self.taken):
            return False
        if token.low.startswith(("al-", "el-", "as-", "ar-", "an-", "ash-", "at-", "ad-")):
            return token.text.split("-")[1][:1].isupper()
        if not (token.is_capital and token.is_word):
            return False
        if self.words.has("ground.never", token.low):
            goes_on = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital and self.tokens[at + 1].is_word
            return goes_on and token.low in ("al", "el", "new", "north", "south", "east", "west", "red", "white")
        return True
