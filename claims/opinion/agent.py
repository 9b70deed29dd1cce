"""The agent that asks a model for claims, and what went wrong where it gave none, in words.

Uses pydantic-ai, https://ai.pydantic.dev, which is installed with the extra ``llm``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from claims.lexicon import data
from claims.opinion.answers import Answer, answer_in

if TYPE_CHECKING:
    from pydantic_ai import Agent
    from pydantic_ai.settings import ModelSettings

_TRIES_AGAIN = 2
"""Times that a request is sent again which a server refused for now (429) or failed at (5xx)."""
_ANSWERS_AGAIN = 1
"""Times that a model is told that its answer was none."""
_MOST_TOKENS = 8000


def agent_of(timeout: float, settings: Mapping[str, Any]) -> Agent[None, Answer]:
    """The agent that lists claims, in whichever way a model can answer: by a tool, or with JSON as text.

    ``settings`` are those that only some models take.
    """
    from pydantic_ai import Agent, ModelRetry, TextOutput, ToolOutput

    def in_text(text: str) -> Answer:
        try:
            return answer_in(text)
        except ValueError as error:
            raise ModelRetry(str(error)) from None

    bounds: ModelSettings = {"request_timeout": timeout, "max_retries": _TRIES_AGAIN, "max_tokens": _MOST_TOKENS}
    return Agent(
        output_type=[ToolOutput(Answer, name="claims_found"), TextOutput(in_text)],
        instructions=data("claims", "opinion.yaml")["instructions"],
        retries={"output": _ANSWERS_AGAIN},
        model_settings=cast("ModelSettings", {**bounds, **settings}),
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
