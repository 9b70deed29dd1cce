"""Places in a sentence: capitalised names after a word of place, and those beside a word such as "province".

A chain ("Dangam district, Kunar province") is one place with its parts. A name that the gazetteer lacks counts only
after a preposition of place, or beside a word for a kind of place; after a verb of attack only known names count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extract.place_parts import Part, PlaceParts
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_FREE = frozenset({"in", "at", "near", "outside", "off", "between", "around"})
"""After these a name that nobody knows may be a place; after "raid on" too."""
_LINKS = frozenset({"of", ",", "from"})
_VERBAL = ("function.verbs", "function.be", "function.have", "speech.verbs.says", "speech.verbs.claims")


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


class _Reader(PlaceParts):
    def places(self) -> Iterator[PlaceName]:
        at = 0
        last: PlaceName | None = None
        openers = self.words.any_of(("ground.before", "ground.verbs"))
        while at < len(self.tokens):
            low = self.tokens[at].low
            found = self._at(at) if low in openers or low in _LINKS else None
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
            if self._is_border(at + 1):
                chain = self._chain(at + 4, True)
                whole = Part(at + 2, chain.last, 2, True) if chain is not None else None
                return PlaceName(at + 1, whole.last, 2, (whole,)) if whole is not None else None
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
            kind = found is not None and any(p.last > p.first + 1 and self._is_kind(p.last - 1) for p in found.parts)
            return (
                found
                if found is not None and (kind or (found.sure and found.fineness == 4 and self._hits(at)))
                else None
            )
        return None

    def _is_border(self, at: int) -> bool:
        """ "The border with Syria", "the frontier between Mali and Niger"."""
        low = [token.low for token in self.tokens[at : at + 3]]
        return len(low) == 3 and low[0] == "the" and low[1] in ("border", "frontier") and low[2] in ("with", "between")

    def _hits(self, at: int) -> bool:
        return self.tokens[at].low not in ("of", "from", "against", "to", "by", "left", "targeted", "targeting")

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
