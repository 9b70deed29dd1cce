"""Who did it, for the words of a loss."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.charge import Range
from claims.extract.doers import Doers
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.subjects import Subjects
from claims.extract.words import Words


class Agents(Subjects):
    """Finds the token range of an agent."""

    def __init__(self, sentence: Sentence, persons: Sequence[Persons], counts: Sequence[Count], words: Words) -> None:
        super().__init__(sentence, list(persons), list(counts), words)
        self.doers = Doers(self.tokens, words)

    def _by(self, at: int) -> Range | None:
        return self.doers.by(at)

    def _agent(self, at: int) -> Range | None:
        return self.doers.subject(at)

    def _agent_of_noun(self, at: int) -> Range | None:
        return self.doers.before_result(at)

    def _in_event(self, at: int) -> Range | None:
        return self.doers.in_event(at)
