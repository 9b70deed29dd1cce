"""Whose deed a loss belongs to, where its own words name nobody: the doer of the event that it is told of.

Three places are asked one after another: the sentence, the paragraph before it, and the first sentences of the story
where the loss is told of its main event. What a text tells goes before what somebody charges; a fight of two sides, the
dead that a party counts as its own, another place and a total over a long time take nothing over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.extract.analysis import Analysis
from claims.extract.camps import can_harm
from claims.extract.doings import Doing, Doings
from claims.extract.drafts import Field
from claims.extract.loss import Loss
from claims.extract.parties_told import are_fighters
from claims.extract.scene import Scene
from claims.extract.scenes import Scenes
from claims.extract.windows_apart import is_long, may_be_one
from claims.extract.words import Words

_AHEAD = 10
"""Words behind a loss within which its doer may follow: "12 died when X attacked"."""
_LEDE = 3
"""Sentences that tell of deeds or losses, from the first, in which the doer of the main event is named."""
_BEFORE = 12
"""Sentences of a paragraph within which a deed is looked for."""
_OPENING = 40
"""Sentences from the first within which the lede ends."""
_APART = 40
"""Words within which "a day after" parts a deed from a loss."""


class Inheriting:
    """Finds the doer of the event that a loss belongs to."""

    def __init__(self, analyses: Sequence[Analysis], doings: Doings, scenes: Scenes, words: Words) -> None:
        self.analyses, self.doings, self.scenes, self.words = analyses, doings, scenes, words
        self._fought = [self._is_fought(analysis) for analysis in analyses]
        self._refers_back = [scenes.clues.refers_back(number) for number in range(len(analyses))]
        self.main = self._main_doers()

    def field(self, number: int, loss: Loss, draft: dict[str, Field]) -> Field | None:
        """Who is told to have done what a loss came of; None where the text tells of nobody, or of others only."""
        fitting = [d for d in self._near(number) if self._fits(d, loss, draft)]
        own = _are_own(loss, draft)
        here = [d for d in self._here(number, loss) if d in fitting or self._is_claimed(d, loss, draft)]
        here = [d for d in here if not (own and d.charged)]
        if here:
            doer = min(here, key=lambda d: (d.charged, d.token > loss.first, abs(d.token - loss.first)))
            return _proposed(doer, "inherited", "the doer of the sentence")
        if is_long(draft["date"].value) or own:
            return None
        paragraph = self.analyses[number].sentence.paragraph
        before = [d for d in fitting if d.sentence < number and d.paragraph == paragraph]
        before = [d for d in before if not d.charged or d.teller == _teller(draft)]
        scenes = self.scenes.of
        before = [d for d in before if scenes[number].listed or self._is_at(scenes[d.sentence], number)]
        main = self._of_main_event(number, loss, draft)
        before = [d for d in before if main is None or not self._strikes_back(d, draft)]
        if before:
            nearest = min(before, key=lambda d: (d.charged, -d.sentence, -d.token))
            return _proposed(nearest, "inherited", "the doer before")
        return main

    def _here(self, number: int, loss: Loss) -> list[Doing]:
        """What parties are told to have done in the sentence of a loss, up to it or soon after it."""
        told = [d for d in self.doings.told[number] if d.kind == "party" and d.token <= loss.first + _AHEAD]
        return [d for d in told if not self._is_days_apart(number, *sorted((d.token, loss.first)))]

    def _is_days_apart(self, number: int, first: int, last: int) -> bool:
        """Whether "a day after" or "hours before" stands between two words of a sentence."""
        low = [token.low for token in self.analyses[number].sentence.tokens[max(first, last - _APART) : last]]
        return any(b in ("after", "before") and self.words.has("blame.spans", a) for a, b in pairwise(low))

    def _is_claimed(self, doing: Doing, loss: Loss, draft: dict[str, Field]) -> bool:
        """Whether the very party that tells of a loss says that it was its own deed."""
        return doing.charged and doing.text == doing.teller == _teller(draft) and not is_long(draft["date"].value)

    def _near(self, number: int) -> Iterator[Doing]:
        """What parties are told to have done in the part of the text that a sentence stands in, up to it."""
        part, told = self.doings.parts[number], self.doings.told
        for at in range(max(part, number - _BEFORE), number + 1):
            yield from (d for d in told[at] if d.kind == "party")

    def _strikes_back(self, doing: Doing, draft: dict[str, Field]) -> bool:
        """Whether a deed is an answer to the main event: "troops killed three attackers" harmed nobody else."""
        return are_fighters(doing.harmed, self.words) and not are_fighters(draft["victims"].value, self.words)

    def _is_at(self, a: Scene, number: int) -> bool:
        """Whether a sentence tells of the place of a scene; what has no place may be anywhere."""
        b = self.scenes.of[number]
        if self._refers_back[number] or a.place is None or b.place is None:
            return True
        names = self.scenes.clues.names
        return bool(names(a.place_at, a.place.parts) & names(b.place_at, b.place.parts))

    def _of_main_event(self, number: int, loss: Loss, draft: dict[str, Field]) -> Field | None:
        """Who did what the story is about, for a loss that is told of the same event."""
        if (
            not self.scenes.of[number].main
            or not self._is_at(self.scenes.main, number)
            or self.doings.parts[number]
            or self._fought[number]
        ):
            return None
        found = next((d for d in self.main if d.sentence != number and self._fits(d, loss, draft)), None)
        return _proposed(found, "main event", "the doer of the main event") if found is not None else None

    def _main_doers(self) -> list[Doing]:
        """Who did what the first sentences of the story tell of; nobody where they tell of a fight of two sides."""
        found: list[Doing] = []
        told = 0
        for number, analysis in enumerate(self.analyses[:_OPENING]):
            doings = [d for d in self.doings.told[number] if d.kind == "party" and not d.charged]
            if not doings and not analysis.losses:
                continue
            told += 1
            found += [d for d in doings if self.scenes.of[number].main]
            if told == _LEDE or (not found and self._fought[number]):
                break
        return found

    def _is_fought(self, analysis: Analysis) -> bool:
        """Whether a sentence tells of a fight of two sides, or of a whole war."""
        mutual = self.words.lists["blame.mutual"]
        return any(token.low in mutual for token in analysis.sentence.tokens)

    def _fits(self, doing: Doing, loss: Loss, draft: dict[str, Field]) -> bool:
        victims = draft["victims"].value
        side = draft["victim_side"].value if "victim_side" in draft else ""
        teller = _teller(draft)
        return may_be_one(doing.date, draft["date"].value) and can_harm(doing.text, victims, side, teller, self.words)


def _are_own(loss: Loss, draft: dict[str, Field]) -> bool:
    """Whether a party counts its own dead: who killed them is said there or not at all."""
    teller = _teller(draft)
    own = "victim_side" in draft and teller != "" and draft["victim_side"].value == teller
    return own or loss.rule == "lost"


def _proposed(doing: Doing, source: str, rule: str) -> Field:
    return Field(doing.text, source, rule, doing.start, doing.end)


def _teller(draft: dict[str, Field]) -> str:
    """Who tells of a loss; empty where the text itself does."""
    claimant = draft["claimant"]
    return claimant.value if claimant.source != "default" else ""
