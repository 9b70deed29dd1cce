"""Asking a model about sentences, some at a time: bounded in number, time and tries, and never the end of a run."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.words import Words
from claims.lexicon import data
from claims.opinion.answers import Answer, Said, answer_in
from claims.opinion.beside import Beside
from claims.opinion.grounding import Refused, ground
from claims.opinion.model import Oracle
from claims.opinion.passages import Passage, first_of, passages_of, question
from claims.opinion.reading import Reading
from claims.review.context import Text
from claims.review.rows import Row

if TYPE_CHECKING:
    from pydantic_ai import Agent

TOGETHER = 5
"""Sentences of one request: a model that answers about many leaves some out."""
_TRIES_AGAIN = 2
"""Times that a request is sent again which a server refused for now (429) or failed at (5xx)."""
_ANSWERS_AGAIN = 1
"""Times that a model is told that its answer was none."""
_MOST_TOKENS = 8000
_FAILED_IN_A_ROW = 2
"""Requests in a row after which the server is left alone."""


@dataclass(slots=True)
class Tally:
    """What a run of asking came to; ``refused`` counts by reason, ``stopped`` says why not all was asked."""

    asked: int = 0
    worth: int = 0
    failed: int = 0
    claims: int = 0
    fields: int = 0
    agreed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    trouble: str = ""
    stopped: bool = False


class Asking:
    """A model with what may still be asked of it, over the documents of a run.

    ``most`` bounds the sentences of the run, ``timeout`` the seconds of a request with all its tries. ``progress`` is
    told how many sentences have been asked about.
    """

    def __init__(
        self,
        oracle: Oracle,
        words: Words,
        *,
        most: int,
        timeout: float,
        progress: Callable[[int], None] = lambda asked: None,
    ) -> None:
        self.oracle, self.words, self.most, self.timeout, self.progress = oracle, words, most, timeout, progress
        self.tally = Tally()
        self._failed_in_a_row = 0

    def with_opinions(self, rows: Sequence[Row], text: Text | None, settled: Collection[str] = ()) -> list[Row]:
        """The rows of a document with the opinions of the model beside them; the rows alone where it gives none."""
        worth = passages_of(rows, text, settled)
        self.tally.worth += len(worth)
        chosen = first_of(worth, self.most - self.tally.asked - self.tally.failed)
        beside = Beside()
        for at in range(0, len(chosen), TOGETHER):
            if self.tally.stopped:
                break
            self._ask(chosen[at : at + TOGETHER], beside, settled)
        self.tally.claims += beside.claims
        self.tally.fields += beside.fields
        self.tally.agreed += beside.agreed
        return beside.merged(rows)

    def _ask(self, passages: Sequence[Passage], beside: Beside, settled: Collection[str]) -> None:
        answer = self._answer(question(passages))
        if answer is None:
            self.tally.failed += len(passages)
            return
        self.tally.asked += len(passages)
        self.progress(self.tally.asked)
        for number, passage in enumerate(passages, 1):
            said = [one for one in answer.claims if one.sentence == number]
            beside.put(passage, self._grounded(passage, said), settled)
        strange = sum(not 1 <= one.sentence <= len(passages) for one in answer.claims)
        self.tally.refused["sentence"] += strange

    def _answer(self, asked: str) -> Answer | None:
        """What the model answers; None, with the trouble noted, where nothing usable came."""
        try:
            answer = asyncio.run(self._request(asked))
        except KeyboardInterrupt:
            self.tally.trouble, self.tally.stopped = "interrupted", True
            return None
        except Exception as error:  # whatever a server does, the drafts come out as without it
            self._fail(error)
            return None
        self._failed_in_a_row = 0
        return answer

    async def _request(self, asked: str) -> Answer:
        async with self.oracle.opened() as model:
            agent = agent_of(self.timeout)
            return (await agent.run(asked, model=model)).output

    def _fail(self, error: Exception) -> None:
        self._failed_in_a_row += 1
        self.tally.trouble = trouble(error)
        self.tally.stopped = is_final(error) or self._failed_in_a_row >= _FAILED_IN_A_ROW

    def _grounded(self, passage: Passage, said: Sequence[Said]) -> list[Row]:
        found = []
        for one in said:
            try:
                row, left = ground(one, passage, self._reading(passage), self.oracle.name)
            except Refused as refused:
                self.tally.refused[refused.reason] += 1
            else:
                found.append(row)
                self.tally.refused.update(f"field {reason}" for reason in left)
        return found

    def _reading(self, passage: Passage) -> Reading:
        return Reading(passage, _day(passage.rows[0].get("published")), self.words)


def agent_of(timeout: float) -> Agent[None, Answer]:
    """The agent that lists claims, in whichever way a model can answer: by a tool, or with JSON as text."""
    from pydantic_ai import Agent, ModelRetry, TextOutput, ToolOutput
    from pydantic_ai.settings import ModelSettings

    def in_text(text: str) -> Answer:
        try:
            return answer_in(text)
        except ValueError as error:
            raise ModelRetry(str(error)) from None

    return Agent(
        output_type=[ToolOutput(Answer, name="claims_found"), TextOutput(in_text)],
        instructions=data("claims", "opinion.yaml")["instructions"],
        retries={"output": _ANSWERS_AGAIN},
        model_settings=ModelSettings(request_timeout=timeout, max_retries=_TRIES_AGAIN, max_tokens=_MOST_TOKENS),
    )


def trouble(error: Exception) -> str:
    """What went wrong, on one line and short; what a server wrote into its answer is left out."""
    from pydantic_ai import exceptions as known

    if isinstance(error, known.ModelHTTPError):
        return f"the server answered {error.status_code}"
    if isinstance(error, known.ModelRequestTimeout | known.ModelTimeoutError):
        return "the server took too long; --model-timeout gives it longer"
    if isinstance(error, known.ModelConnectionError):
        return "the server cannot be reached, or broke off its answer"
    if isinstance(error, known.UnexpectedModelBehavior):
        return "the answer was none that can be read"
    if isinstance(error, known.ModelAPIError):
        return "the server gave no answer of its protocol"
    return type(error).__name__


def is_final(error: Exception) -> bool:
    """Whether asking again is of no use: no such model, no right to ask it, no more money."""
    from pydantic_ai import exceptions as known

    final = known.ModelAuthenticationError | known.ModelNotFoundError | known.ModelQuotaExceededError
    return isinstance(error, final)


def _day(published: object) -> date | None:
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        return None
