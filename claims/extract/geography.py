"""Which country a place of a document lies in, and the words under which a place is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.extract.analysis import Analysis
from claims.extract.place_names import capital_of, countries_of, country_name, is_demonym, sure_countries_of
from claims.extract.places import Part, PlaceName
from claims.gazetteer import fold, gazetteer

_PREFIXES = ("near", "off", "outside", "around", "between", "east", "west", "north", "south")


class Geography:
    """The countries that a document speaks of, most often first; `home` is the one of its main place."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.named: Counter[str] = Counter()
        for analysis in analyses:
            self.named.update(self._countries(analysis))
        self.home = ""

    def _countries(self, analysis: Analysis) -> Iterable[str]:
        """The countries that a sentence names, by name or by people, once each time."""
        words = [token.text for token in analysis.sentence.tokens if token.is_capital]
        at = 0
        while at < len(words):
            for size in (2, 1):
                codes = gazetteer().countries_named(fold(" ".join(words[at : at + size])))
                if len(codes) == 1:
                    yield next(iter(codes))
                    break
            at += size

    def settle(self, place: PlaceName | None, analysis: Analysis | None) -> None:
        """Take the country of the main place as that of the story; else the one named most often."""
        own = self.country(analysis, place, guess=False) if place is not None and analysis is not None else ""
        self.home = own or next((code for code, _ in self.named.most_common(1)), "")

    def country(self, analysis: Analysis, place: PlaceName, guess: bool = True) -> str:
        """The country (ISO code) of a place: of its own words, else of the story; empty when that is not clear."""
        for part in sorted(place.parts, key=lambda part: part.fineness):
            name = self.text(analysis, part)
            if is_demonym(name.split()[0]):
                name = name.split()[0]
            codes = countries_of(name)
            here = codes & self.named.keys() or (codes & {self.home} if self.home else frozenset())
            if len(here) == 1:
                return next(iter(here))
            if here:
                return self.home if self.home in here else ""
            sure = sure_countries_of(name)
            if sure:
                return next(iter(sure)) if len(sure) == 1 else ""
        return self.home if guess else ""

    def text(self, analysis: Analysis, part: Part) -> str:
        """The words of a part, with one blank between them."""
        tokens = analysis.sentence.tokens[part.first : part.last]
        return " ".join(token.text for token in tokens).replace(" 's", "'s")

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
            order = sorted(range(len(names)), key=lambda at: -place.parts[at].fineness)
            names = [names[at] for at in order]
        names = [capital_of(name) or name for name in names]
        if before in _PREFIXES:
            names[0] = f"{before} {'of ' if before in _PREFIXES[5:] else ''}{names[0]}"
        code = self.country(analysis, place)
        named = any(code in countries_of(name) and gazetteer().countries_named(fold(name)) for name in names)
        if code and not named:
            names.append(country_name(code))
        return ", ".join(names)
