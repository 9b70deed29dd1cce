"""Which moments and places of a sentence may set an event, and how close they stand to a word of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.analysis import Analysis
from claims.extract.attach import FAR, distance, is_aside
from claims.extract.document import Document
from claims.extract.moment import Moment
from claims.extract.place_parts import Part
from claims.extract.places import PlaceName
from claims.extract.tokens import Token
from claims.extract.words import Words

_COARSE = {4: 0, 3: 4, 2: 8, 1: 25}
"""What a place costs by its fineness, in words: a country is the place only where nothing finer is."""
_CAUSE = 16
"""Words within which the words for a cause go on."""
_DATES = frozenset({"full date", "day without a year", "weekday"})


class Clues:
    """Reads the sentences of one document for what may set an event."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self._events = words.any_of(("blame.acts", "blame.act_verbs")) | words.any_of(
            ("events.nouns", "events.verbs", "events.people")
        )
        self._own: dict[int, list[Moment]] = {}
        self._best: dict[tuple[int, int | None, int], PlaceName | None] = {}

    def tells(self, at: int) -> bool:
        """Whether a sentence tells of an event: of a loss, or with a word for an attack."""
        analysis = self.analyses[at]
        return bool(analysis.losses) or any(token.low in self._events for token in analysis.sentence.tokens)

    def event_moments(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date an event: not those of a statement, a dateline, or another event."""
        analysis = self.analyses[at]
        return [m for m in self.own_moments(at) if not m.label and not self._is_of_cause(analysis, m)]

    def _is_of_cause(self, analysis: Analysis, moment: Moment, since: int = 0) -> bool:
        """Whether a moment stands in words for what went before: "revenge for the killing of two men last month"."""
        first = self._token_range(analysis, moment)[0]
        tokens = analysis.sentence.tokens
        return any(
            self.words.match("time.causes", tokens, place)
            and not any(token.text in ",;" for token in tokens[place:first])
            for place in range(max(since, first - _CAUSE), first)
        )

    def own_moments(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date what it tells, those that name another event among them."""
        if at not in self._own:
            self._own[at] = self._own_moments(at)
        return self._own[at]

    def _own_moments(self, at: int) -> list[Moment]:
        analysis = self.analyses[at]
        return [
            self._narrowed(analysis, m)
            for m in analysis.moments
            if m.first is not None and not m.said and not self.is_head(at, m) and not self._dates_speech(analysis, m)
        ]

    def _dates_speech(self, analysis: Analysis, moment: Moment) -> bool:
        """Whether a day stands right before a speaker: "on Tuesday its spokesman said 12 had died"."""
        if moment.open or not moment.is_day:
            return False
        past = self._token_range(analysis, moment)[1]
        tokens = analysis.sentence.tokens
        past += past < len(tokens) and tokens[past].text in (",", ":", ".", "-", "\u2014")
        speakers = [f.said_by for f in analysis.frames if f.kind == "before" and f.said_by is not None]
        return any(first == past for first, _ in speakers)

    def _narrowed(self, analysis: Analysis, moment: Moment) -> Moment:
        """ "Shelled for a third day on Friday, killing 11": those were killed on that day; a toll is of all three."""
        if moment.rule != "day by day" or not any(loss.rule == "active" for loss in analysis.losses):
            return moment
        return replace(moment, first=moment.last, rule="weekday")

    def is_head(self, at: int, moment: Moment) -> bool:
        """Whether a date heads a document: only names before it in its line, near the day of publication."""
        published, sentence = self.document.published, self.analyses[at].sentence
        if (
            at > 4
            or moment.rule not in _DATES
            or moment.last is None
            or published is None
            or not -1 <= (published - moment.last).days <= 1
        ):
            return False
        if moment.rule == "weekday":
            beside = [m for m in self.analyses[at].moments if 0 < m.start - moment.end < 3 and m.rule != "weekday"]
            return bool(beside) and self.is_head(at, beside[0])
        if moment.last == published and moment.rule == "full date" and not self.tells(at):
            return True
        before = [token for token in sentence.tokens if token.end <= moment.start]
        small = ("on", "in", "at", "since", "late", "early", "by")
        bare = all(
            not token.is_word or (token.is_capital and token.low not in small) or token.low in ("of", "the")
            for token in before
        )
        return bare and (
            len(before) > 0 or moment.end >= sentence.end - 1 or self.document.shadow[moment.end] in "(|\n"
        )

    def best_place(self, at: int, token: int | None = None, far: int = 1000) -> PlaceName | None:
        """The place of a sentence that belongs to a token; never one inside the words for a speaker."""
        key = at, token, far
        if key not in self._best:
            self._best[key] = self._best_place(self.analyses[at], token, far)
        return self._best[key]

    def _best_place(self, analysis: Analysis, token: int | None, far: int) -> PlaceName | None:
        if not analysis.places:
            return None
        spoken = [frame.said_by for frame in analysis.frames if frame.said_by is not None]
        fitting = [p for p in analysis.places if not any(a <= p.first < b for a, b in spoken)]
        never = (self._is_care, self._is_gathering, self._is_home)
        fitting = [p for p in fitting if not any(kind(analysis, p) for kind in never)]
        if token is None:
            token = analysis.losses[0].first if analysis.losses else 0
        tokens = analysis.sentence.tokens
        fitting = [p for p in fitting if distance(tokens, self.words, token, p.first, p.last) <= far]
        best = min(fitting, key=lambda p: (self._cost(analysis, p, token), p.first), default=None)
        if best is None or best.fineness != 2 or not best.sure:
            return best
        return next((p for p in fitting if self._is_hit(tokens, p)), best)

    def _is_hit(self, tokens: Sequence[Token], place: PlaceName) -> bool:
        """Whether a place that no list knows was raided: in a province it is the finer one."""
        return not place.sure and place.first > 0 and self.words.has("ground.verbs", tokens[place.first - 1].low)

    def _cost(self, analysis: Analysis, place: PlaceName, token: int) -> int:
        tokens = analysis.sentence.tokens
        cost = distance(tokens, self.words, token, place.first, place.last)
        beside = tokens[place.first - 1].low in ("near", "of", "outside") if place.first else False
        return cost + _COARSE[min(place.fineness, 4)] + 3 * (not place.sure) + 4 * beside

    def _is_gathering(self, analysis: Analysis, place: PlaceName) -> bool:
        """Whether it is where people spoke, met or mourned."""
        near = analysis.sentence.tokens[max(0, place.first - 4) : max(0, place.first - 1)]
        return any(self.words.has("ground.gatherings", token.low) for token in near)

    def _is_home(self, analysis: Analysis, place: PlaceName) -> bool:
        """Whether it is only where the people came from: "refugees from Waziristan", "fighters from Misrata"."""
        tokens, at = analysis.sentence.tokens, place.first
        at -= at > 0 and tokens[at - 1].low == "the"
        return (
            at > 1 and tokens[at - 1].low == "from" and any(p.noun[0] < at - 1 <= p.noun[1] for p in analysis.persons)
        )

    def _is_care(self, analysis: Analysis, place: PlaceName) -> bool:
        """Whether it is where the hurt or the dead were taken."""
        tokens = analysis.sentence.tokens
        if tokens[place.first - 1].low not in ("at", "to", "in", "into", "inside", "near", "outside"):
            return False
        near = tokens[max(0, place.first - 4) : place.last]
        before = tokens[max(0, place.first - 10) : place.first]
        after = tokens[place.last : place.last + 8]
        return any(self.words.has("ground.care", t.low) for t in near) and any(
            self.words.has("ground.taken", t.low) for t in (*before, *after)
        )

    def goes_on(self, at: int, place: PlaceName) -> bool:
        """Whether a sentence stays on the day that was reached: it opens with "hours later", or its place is a site."""
        tokens = self.analyses[at].sentence.tokens
        opens = any(self.words.match("time.goes_on", tokens, place) for place in range(min(4, len(tokens))))
        later = opens or tokens[0].low == "later"
        part = place.parts[0] if place.parts else None
        ends = (part.first, part.last - 1) if part is not None else ()
        return later or any(self.words.has("ground.sites", tokens[end].low) for end in ends)

    def refers_back(self, at: int) -> bool:
        """Whether a sentence speaks of "the attack", "the blast", "there"."""
        tokens = self.analyses[at].sentence.tokens
        return any(
            token.low in ("the", "this", "that", "there")
            and any(self.words.has("blame.acts", t.low) for t in tokens[i + 1 : i + 4])
            for i, token in enumerate(tokens)
        )

    def is_apart(self, analysis: Analysis, moment: Moment, token: int) -> bool:
        """Whether a moment stands in an aside, or in a quotation that the losses are not in."""
        tokens = analysis.sentence.tokens
        first, last = self._token_range(analysis, moment)
        quoted = analysis.sentence.in_quotes(first) and bool(analysis.losses) and not analysis.sentence.in_quotes(token)
        return quoted or is_aside(tokens, self.words, token, first, last)

    def moment_cost(self, analysis: Analysis, moment: Moment, token: int) -> int:
        """How far a moment stands from a token, in words and clauses."""
        first, last = self._token_range(analysis, moment)
        aside = FAR + 1 if token < first and self._is_of_cause(analysis, moment, token) else 0
        return aside + distance(analysis.sentence.tokens, self.words, token, first, last)

    def _token_range(self, analysis: Analysis, moment: Moment) -> tuple[int, int]:
        inside = [at for at, t in enumerate(analysis.sentence.tokens) if moment.start <= t.start < moment.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 1)

    def names(self, at: int, parts: Sequence[Part]) -> set[str]:
        tokens = self.analyses[at].sentence.tokens
        return {t.low for part in parts for t in tokens[part.first : part.last] if t.is_capital}
