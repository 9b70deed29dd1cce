"""Asking a model about sentences, some at a time: bounded in number, time and tries, and never the end of a run."""

from __future__ import annotations

import asyncio
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claims.extract.words import Words
from claims.opinion.agent import agent_of, is_final, trouble
from claims.opinion.answers import Answer, Said
from claims.opinion.beside import Beside
from claims.opinion.grounding import Refused, ground
from claims.opinion.model import Oracle
from claims.opinion.passages import Passage, first_of, passages_of, question
from claims.opinion.reading import Reading
from claims.review.context import Text
from claims.review.rows import Row

TOGETHER = 5
"""Sentences of one request: a model that answers about many leaves some out."""
_FAILED_IN_A_ROW = 2
"""Requests in a row after which the server is left alone."""


@dataclass(slots=True)
class Tally:
    """What a run of asking came to; ``refused`` counts by reason, ``stopped`` that no more is asked.

    ``worth`` counts the sentences that could be asked about, ``failed`` those of requests without an answer, and
    ``trouble`` says why the last of these had none.
    """

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
            with warnings.catch_warnings():  # such as that a provider has no use for one of the settings
                warnings.simplefilter("ignore")
                answer = _finished(self._request(asked))
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
            agent = agent_of(self.timeout, self.oracle.settings())
            return (await agent.run(asked, model=model)).output

    def _fail(self, error: Exception) -> None:
        self._failed_in_a_row += 1
        self.tally.trouble = trouble(error)
        self.tally.stopped = is_final(error) or self._failed_in_a_row >= _FAILED_IN_A_ROW

    def _grounded(self, passage: Passage, said: Sequence[Said]) -> list[Row]:
        found = []
        reading = Reading(passage, _day(passage.rows[0].get("published")), self.words)
        for one in said:
            try:
                row, left = ground(one, passage, reading, self.oracle.name)
            except Refused as refused:
                self.tally.refused[refused.reason] += 1
            else:
                found.append(row)
                self.tally.refused.update(f"field {reason}" for reason in left)
        return found


def _day(published: object) -> date | None:
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


def _finished(work: Coroutine[Any, Any, Answer]) -> Answer:
    """What asynchronous work comes to; beside a loop that already runs, as in a notebook, in a thread of its own."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
