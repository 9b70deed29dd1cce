"""Second opinions in a test: an article of three sentences, models that answer what a test says, and what comes."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from command import ask, told
from model_server import ModelServer, model_server, says
from pydantic_ai.messages import ModelResponse, TextPart
from pydantic_ai.models import Model
from pydantic_ai.models.function import FunctionModel
from reviewing import rows_of

from claims.documents.article import Article, Told
from claims.documents.proposing import propose
from claims.extract.words import shipped_words
from claims.opinion.asking import Asking
from claims.opinion.model import Oracle
from claims.review.context import Text

FIRST = "On Tuesday a bomb killed 12 people in Northport, police said."
SECOND = "The day before, gunmen did for at least 58 “carters of  Easton”, the Ministry of Health said."
THIRD = "The raid left 9 rivermen without breath, according to Ana Ruiz."
ARTICLE = f"{FIRST}\n{SECOND}\n{THIRD}\n"

CARTERS = {
    "sentence": 2, "kind": "casualty", "measure": "killed", "quote": "did for at least 58 “carters of  Easton”",
    "quantity": "at least 58", "number": 58, "victims": "carters of  Easton", "claimant": "the Ministry of Health",
    "date": "On Tuesday", "place": "Easton", "perpetrator": "gunmen",
}  # fmt: skip
RIVERMEN = {
    "sentence": 3, "kind": "casualty", "measure": "killed", "quote": "left 9 rivermen without breath", "quantity": "9",
    "number": 9, "victims": "rivermen", "claimant": "Ana Ruiz",
}  # fmt: skip


def article(folder: Path, text: str = ARTICLE) -> Path:
    path = folder / "a.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def extracted(folder: Path, served: ModelServer, *more: str, text: str = ARTICLE) -> tuple[list[dict[str, Any]], str]:
    """The drafts with the opinions of a server, and what was told."""
    output = folder / "drafts.jsonl"
    result = ask("extract", str(article(folder, text)), "--published", "2024-05-15", "--outlet", "Daily", "-o",
                 str(output), "--second-opinion", "m", "--model-url", served.url, *more)  # fmt: skip
    assert result.exit_code == 0, result.output
    return rows_of(output), result.stderr


def without(folder: Path, text: str = ARTICLE) -> list[dict[str, Any]]:
    """The drafts without any opinion."""
    lines = told("extract", str(article(folder, text)), "--published", "2024-05-15", "--outlet", "Daily")
    return [json.loads(line) for line in lines.splitlines()]


def opinions(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row.get("opinion")]


def answered(*said: dict[str, Any], text: str = ARTICLE) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The opinions that come of an answer, and how many were refused why; nothing that the rules read has changed."""
    answer = json.dumps({"claims": said})
    made = asking(FunctionModel(lambda messages, info: ModelResponse([TextPart(answer)])))
    rows = made.with_opinions(rules_rows(text), Text(text))
    kept = [row for row in rows if not row.get("opinion")]
    assert [untold(row) for row in kept] == [untold(row) for row in rules_rows(text)]
    return opinions(rows), {reason: number for reason, number in made.tally.refused.items() if number}


def untold(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what may be put beside its values."""
    return {name: value for name, value in row.items() if name not in ("provenance", "flags")}


class Answering(Oracle):
    """A model in this process, with an answer of its own."""

    def __init__(self, model: Model) -> None:
        super().__init__("m")
        self.__dict__["model"] = model

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Model]:
        yield self.__dict__["model"]


def asking(model: Model, most: int = 40) -> Asking:
    return Asking(Answering(model), shipped_words(), most=most, timeout=5)


def asking_of_answer(said: dict[str, Any]) -> Asking:
    text = json.dumps({"claims": [said]})
    return asking(FunctionModel(lambda messages, info: ModelResponse([TextPart(text)])))


@cache
def _rules_rows(text: str) -> list[dict[str, Any]]:
    return propose(Article("a.txt", text, text, Told("", "Daily", date(2024, 5, 15)), ""))


def rules_rows(text: str = ARTICLE) -> list[dict[str, Any]]:
    return copy.deepcopy(_rules_rows(text))


KILLED = {"sentence": 1, "kind": "casualty", "measure": "killed", "quote": "killed 12 people", "quantity": "12",
          "victims": "people", "claimant": "the Ministry of Health", "perpetrator": "gunmen"}  # fmt: skip


def with_opinions(folder: Path) -> Path:
    with model_server(says(KILLED, CARTERS, RIVERMEN)) as served:
        extracted(folder, served)
    return folder / "drafts.jsonl"
