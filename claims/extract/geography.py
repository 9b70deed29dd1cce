"""Which country a place of a document lies in, and the words under which a place is given."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.extract.analysis import Analysis
from claims.extract.place_names import (
    capital_of,
    countries_named,
    countries_of,
    country_name,
    is_country,
    is_demonym,
    is_disputed,
    sure_countries_of,
)
from claims.extract.place_parts import Part
from claims.extract.places import PlaceName
from claims.extract.tokens import Token, tokenise
from claims.extract.words import Words

_PREFIXES = ("near", "off", "outside", "around", "between", "east", "west", "north", "south")


class Geography:
    """The countries that a document speaks of, most often first; `home` is the one of its main place."""

    def __init__(self, analyses: Sequence[Analysis], leads: Iterable[str], words: Words) -> None:
        self.words_of = words
        self.named: Counter[str] = Counter()
        self._called: dict[str, Counter[str]] = {}
        for analysis in analyses:
            self.named.update(self._countries(analysis.sentence.tokens))
        for lead in leads:
            self.named.update(self._countries(list(tokenise(lead, 0, len(lead)))))
        self._count_places(analyses)
        self.home = self.dateline = ""

    def _countries(self, tokens: Sequence[Token]) -> Iterator[str]:
        """The countries that words name, by name or by people, once each time; the name of a language is none."""
        at = 0
        while at < len(tokens):
            size = 0
            if tokens[at].is_capital and not (
                at and tokens[at - 1].low in ("from", "in") and is_demonym(tokens[at].text)
            ):
                size, code = self._country_at(tokens, at)
                if size:
                    yield code
            at += size or 1

    def _country_at(self, tokens: Sequence[Token], at: int) -> tuple[int, str]:
        """How many words from here name one country, and which."""
        for size in (4, 3, 2, 1):
            piece = tokens[at : at + size]
            if len(piece) < size or not (piece[-1].is_capital or piece[-1].low.startswith("d'")):
                continue
            if (
                size == 1
                and self.words_of.has("ground.never", piece[0].low)
                and piece[0].low not in ("english", "french")
            ):
                continue
            name = " ".join(token.text for token in piece)
            codes = countries_named(name)
            if len(codes) == 1:
                code = next(iter(codes))
                if is_country(name) and not is_demonym(name) and not name.isupper() and not name.endswith("'"):
                    self._called.setdefault(code, Counter()).update([name])
                return size, code
        return 0, ""

    def _count_places(self, analyses: Sequence[Analysis]) -> None:
        """Places that can lie in one country only speak for it, as long as it is named or the place is large."""
        for analysis in analyses:
            for part in (part for place in analysis.places for part in (*place.parts, *place.beside)):
                name = self.text(analysis, part)
                codes = sure_countries_of(name) or (countries_of(name) & self.named.keys())
                if len(codes) == 1:
                    self.named.update(codes)

    def settle(self, place: PlaceName | None, analysis: Analysis | None) -> None:
        """Take the country of the main place as that of the story, else the one named most often.

        A region of two countries, or claimed by two, has none: then the story is at home in that region.
        """
        if place is not None and analysis is not None:
            self.home = self.country(analysis, place, guess=False)
            if self.home or any(is_disputed(self.text(analysis, part)) for part in place.parts):
                return
        self.home = next((code for code, _ in self.named.most_common(1)), "") or self._of_dateline()

    def _of_dateline(self) -> str:
        """The country of the dateline's town, where a story names no other."""
        codes = sure_countries_of(self.dateline)
        return next(iter(codes)) if len(codes) == 1 else ""

    def name(self, code: str) -> str:
        """A country's name, as the document has it most often; the usual one where the document only implies it."""
        return next((name for name, _ in self._called.get(code, Counter()).most_common(1)), "") or country_name(code)

    def country(self, analysis: Analysis, place: PlaceName, guess: bool = True) -> str:
        """The country (ISO code) of a place: of its own words, else of the story; empty when that is not clear."""
        beside = [
            part for part in place.beside if not self.text(analysis, part).lower().endswith(("border", "frontier"))
        ]
        told = self._told_of(analysis, place)
        if told:
            return told
        for part in sorted((*place.parts, *beside), key=lambda part: part.fineness):
            name = self.text(analysis, part)
            if is_demonym(name.split()[0]):
                name = name.split()[0]
            if is_disputed(name):
                return ""
            codes = countries_of(name)
            here = codes & self.named.keys() or (codes & {self.home} if self.home else frozenset())
            if len(here) == 1:
                return next(iter(here))
            if here:
                return self.home if self.home in here else ""
            sure = sure_countries_of(name)
            if sure:
                return next(iter(sure)) if len(sure) == 1 else ""
        at_sea = any(self.words_of.has("ground.waters", self._last_word(analysis, part)) for part in place.parts)
        return self.home if guess and not at_sea else ""

    def _last_word(self, analysis: Analysis, part: Part) -> str:
        return analysis.sentence.tokens[part.last - 1].low

    def _told_of(self, analysis: Analysis, place: PlaceName) -> str:
        """The country of a people in the words for a place: "the Georgian town of Gori"; empty where there is none."""
        tokens = analysis.sentence.tokens[max(0, place.first - 1) : place.last]
        named = {t.text for t, after in itertools.pairwise(tokens) if is_demonym(t.text) and self._kind(after)}
        codes = {code for name in named for code in countries_named(name)}
        return next(iter(codes)) if len(codes) == 1 else ""

    def _kind(self, token: Token) -> bool:
        return self.words_of.has("ground.kinds_of_a_people", token.low)

    def text(self, analysis: Analysis, part: Part) -> str:
        """The words of a part, with one blank between them."""
        tokens = analysis.sentence.tokens[part.first : part.last]
        return " ".join(token.text for token in tokens).replace(" 's", "'s")

    def is_bare_site(self, analysis: Analysis, place: PlaceName) -> bool:
        """Whether a place is only a site by its own name ("Al-Noor hospital"), which says nothing of its town."""
        if len(place.parts) != 1 or place.fineness != 4 or place.beside:
            return False
        part = place.parts[0]
        name = self.text(analysis, part)
        site = self.words_of.has("ground.sites", analysis.sentence.tokens[part.last - 1].low)
        return site and not countries_of(name) and not countries_of(" ".join(name.split()[:-1]))

    def _order(self, tokens: Sequence[Token], parts: Sequence[Part]) -> list[int]:
        """The parts from the finest: as they stand, but an owner comes before what lies in it ("Chad's Lac")."""
        order: list[int] = []
        for at, part in enumerate(parts):
            owned = at > 0 and tokens[parts[at - 1].last].low == "'s" and parts[at - 1].last < part.first
            order.insert(order.index(at - 1) if owned else len(order), at)
        return order

    def _capital(self, name: str) -> str:
        """ "The Afghan capital" by its name; that of a region is taken from the dateline."""
        if name.lower() == "capital":
            town = capital_of(f"{country_name(self.home)} capital") if self.home else ""
            return town or self.dateline or name
        if not name.lower().endswith(" capital"):
            return name
        return capital_of(name) or self.dateline or name

    def words(self, analysis: Analysis, place: PlaceName) -> str:
        """A place as a value: what was said, finest part first, and the country where no part names it."""
        tokens = analysis.sentence.tokens
        before = tokens[place.first - 1].low if place.first else ""
        if before == "of" and place.first > 1:
            before = tokens[place.first - 2].low
        names = [self.text(analysis, part) for part in place.parts]
        if before == "between" and len(names) > 1:
            names[:2] = [f"{names[0]} and {names[1]}"]
        elif place.parts:
            names = [names[at] for at in self._order(tokens, place.parts)]
        names = [self._capital(name) for name in names]
        if before in _PREFIXES:
            names[0] = f"{before} {'of ' if before in _PREFIXES[5:] else ''}{names[0]}"
        code = self.country(analysis, place)
        named = any(code in countries_of(name) and countries_named(name) for name in names)
        if code and not named:
            names.append(self.name(code))
        return ", ".join(names)
