"""Who did it, for a loss: its own agent, else who made the attack of its sentence, else of the scene.

What was not read beside the loss is a suggestion and marked so. A loss is never laid on its own side by inheritance,
nor a total over a long time on whoever made one attack.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.actors import same_side
from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.events import Event, find_events
from claims.extract.loss import Loss
from claims.extract.scenes import Scene, Scenes
from claims.extract.words import Words

_OWN = frozenset({"our", "its", "my"})
_NEAR = 26
"""Words within which an attack of the same sentence is that of a loss."""


class Doers:
    """Finds the perpetrator of any loss of a document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], scenes: Scenes, words: Words) -> None:
        self.document, self.analyses, self.scenes, self.words = document, analyses, scenes, words
        self.events: list[list[Event]] = [find_events(analysis.sentence, words) for analysis in analyses]
        self._of_scene: dict[Scene, Field] = {}
        for at in range(len(analyses)):
            self._note(at)

    def _note(self, at: int) -> None:
        """Remember who is first said to have made the attack of a scene."""
        key = self._key(self.scenes.of[at])
        if key in self._of_scene or not self.scenes.tells(at):
            return
        agents = [
            loss.agent for loss in self.analyses[at].losses if loss.agent is not None and self._acts(at, loss.agent)
        ]
        doers = agents + [event.doer for event in self.events[at] if event.doer is not None]
        doers = [doer for doer in doers if self._is_somebody(at, doer)]
        if self._is_mutual(at):
            self._of_scene[key] = Field("")
        elif doers:
            self._of_scene[key] = self._field(at, doers[0], "inherited")

    def _is_somebody(self, at: int, doer: tuple[int, int]) -> bool:
        """Whether words name a party, not only its weapon: "rebel shells", never "drones"."""
        tokens = self.analyses[at].sentence.tokens[doer[0] : doer[1]]
        low = [token.low for token in tokens]
        return not all(
            self.words.has("events.weapons", word) for word in low if not self.words.has("function.determiners", word)
        )

    def _is_mutual(self, at: int) -> bool:
        """Whether both sides fought, so that no loss is one side's by itself."""
        return any(self.words.has("events.mutual", token.low) for token in self.analyses[at].sentence.tokens)

    def _key(self, scene: Scene) -> Scene:
        return self.scenes.main if scene.main else scene

    def _acts(self, at: int, agent: tuple[int, int]) -> bool:
        """Whether the words for an agent hold a doer that an event of the sentence has."""
        return any(e.doer is not None and e.doer[0] < agent[1] and agent[0] < e.doer[1] for e in self.events[at])

    def _field(self, at: int, doer: tuple[int, int], source: str) -> Field:
        start, end = self.analyses[at].offsets(*doer)
        return Field(self.document.raw[start:end], source, "who made the attack", start, end)

    def of(self, at: int, loss: Loss, victims: str, cumulative: bool) -> Field:
        """The perpetrator of a loss that names none itself; empty where nothing points to one."""
        if loss.high == 0 or not self.words.has("events.suffered", loss.measure):
            return Field("")
        own = self._of_sentence(at, loss)
        if own is not None and self._other_side(own, victims):
            return own
        found = self._of_scene.get(self._key(self.scenes.of[at]))
        if found is None or not found.value or cumulative or own is not None or not self._other_side(found, victims):
            return Field("")
        return found

    def behind(self, at: int, agent: tuple[int, int]) -> Field | None:
        """Who is behind what an agent names: "shells fired by the rebels"; empty for mere tellers of a loss."""
        tokens = self.analyses[at].sentence.tokens
        if self.words.has("events.bystanders", tokens[agent[1] - 1].low) and not self._acts(at, agent):
            return Field("")
        for event in self.events[at]:
            if event.doer is not None and agent[0] <= event.at < agent[1] and event.doer[0] >= event.at:
                return self._field(at, event.doer, "explicit")
        return None

    def _of_sentence(self, at: int, loss: Loss) -> Field | None:
        """Who made the nearest attack of the sentence."""
        near = [e for e in self.events[at] if e.doer is not None and abs(e.at - loss.first) < _NEAR]
        near = [e for e in near if not self._between(at, e.at, loss.first)]
        best = min(near, key=lambda e: abs(e.at - loss.first), default=None)
        return self._field(at, best.doer, "sentence") if best is not None and best.doer is not None else None

    def _between(self, at: int, one: int, other: int) -> bool:
        low, high = sorted((one, other))
        return any(token.text == ";" for token in self.analyses[at].sentence.tokens[low:high])

    def _other_side(self, doer: Field, victims: str) -> bool:
        """Whether the victims may be another side's than the doer's; fighters are, where the doer is a state."""
        one, other = doer.value.lower().split(), victims.lower().split()
        if same_side(doer.value, victims) or _OWN & set(one) & set(other):
            return False
        fighters = any(self.words.has("events.irregulars", word) for word in other)
        state = any(self.words.has("events.regulars", word) for word in one)
        return not fighters or state
