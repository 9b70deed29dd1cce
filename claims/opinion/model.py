"""The model that is asked: a provider's, under the name that pydantic-ai gives it, or one on a server of the user's.

Names are those of https://ai.pydantic.dev/models/, such as ``openai:gpt-5-mini``. With an address the name is that of
the model on the server there, which speaks the protocol of OpenAI's chat completions.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.models import Model

KEY = "COUNTERCLAIM_MODEL_KEY"
"""The environment variable with the key of a server that is named by its address."""
LARGEST = 5_000_000
"""Bytes of an answer; one of a few dozen claims has some ten thousand."""
_CONNECT = 5.0
"""Seconds until a server has to take the connection."""


class NoModel(Exception):
    """A model that cannot be asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Oracle:
    """A model by its name and, for a server of the user's, its address and key."""

    name: str
    url: str = ""
    key: str = ""

    @classmethod
    def of(cls, name: str, url: str | None) -> Oracle:
        """The model that a user names, with the key from the environment. Raises NoModel."""
        if find_spec("pydantic_ai") is None:
            raise NoModel("a second opinion needs pydantic-ai; install it with: pip install 'counterclaim[llm]'")
        if not name.strip():
            raise NoModel("no model is named; give one such as openai:gpt-5-mini")
        if url is None:
            return cls(name)
        parts = _split(url)
        if parts is None:
            raise NoModel(f"{_without_key(url)}: no address of a server; give one such as http://localhost:11434/v1")
        return cls(name, url, os.environ.get(KEY, ""))

    def address(self) -> str:
        """Where sentences go; empty where a provider does not tell. Raises NoModel where the model cannot be asked."""
        return self.url or str(self.built().base_url or "")

    def is_local(self, address: str) -> bool:
        """Whether sentences stay on this machine: the server is on it, and no proxy stands between."""
        return is_loopback(address) and (bool(self.url) or not getproxies())

    def settings(self) -> dict[str, Any]:
        """What this model is asked to do besides: to vary little, or to keep nothing of what it is sent."""
        if self.url:
            return {"temperature": 0.0}
        return {"openai_store": False} if self.name.startswith("openai") else {}

    def built(self) -> Model:
        """A provider's model. Raises NoModel naming what is missing: a key, a package, or a model of this name."""
        from pydantic_ai.exceptions import UserError
        from pydantic_ai.models import infer_model

        try:
            return infer_model(self.name)
        except (ImportError, UserError, ValueError) as error:
            said = " ".join(str(error).split()).partition(" To try Pydantic AI")[0]
            raise NoModel(f"{self.name}: {said}") from None
        except Exception as error:  # each provider's client raises its own for a missing key
            raise NoModel(f"{self.name}: {type(error).__name__}: {' '.join(str(error).split())}") from None

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Model]:
        """The model with its connection, which is closed again."""
        if not self.url:
            async with self.built() as model:
                yield model
            return
        import httpx2
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

        # No redirects, and no proxy to this machine: sentences go to the address that was named and nowhere else. No
        # compression, with which few bytes can hold a memory full of text.
        async with httpx2.AsyncClient(
            timeout=httpx2.Timeout(None, connect=_CONNECT),
            follow_redirects=False,
            trust_env=not is_loopback(self.url),
            headers={"Accept-Encoding": "identity"},
            event_hooks={"response": [_bounded]},
        ) as client:
            key = self.key or None
            provider = OpenAICompatibleProvider("server", base_url=self.url, api_key=key, http_client=client)
            yield OpenAIChatModel(self.name, provider=provider)


def is_loopback(url: str) -> bool:
    """Whether an address is one of this machine."""
    host = (urlsplit(url).hostname or "") if url else ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _split(url: str) -> Any:
    try:
        parts = urlsplit(url)
        _ = parts.port  # ValueError for one that is no number
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def host_of(url: str) -> str:
    """The host and port of an address, without a name or password that stand in it; empty where it has none."""
    parts = _split(url)
    return "" if parts is None else parts.hostname + (f":{parts.port}" if parts.port else "")


def _without_key(url: str) -> str:
    """An address without what stands before an @, which may be a password."""
    scheme, mark, rest = url.partition("://")
    return scheme + mark + rest.rpartition("@")[2] if mark else url.rpartition("@")[2]


async def _bounded(response: httpx2.Response) -> None:
    """Give up an answer that is larger than any can be, before it fills the memory."""
    import httpx2

    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise httpx2.ReadError("the answer is compressed, which was not asked for")
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _bounded_stream(response.stream)


def _bounded_stream(stream: httpx2.AsyncByteStream) -> httpx2.AsyncByteStream:
    import httpx2

    class Bounded(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            size = 0
            async for piece in stream:
                size += len(piece)
                if size > LARGEST:
                    raise httpx2.ReadError(f"the answer has more than {LARGEST} bytes")
                yield piece

        async def aclose(self) -> None:
            await stream.aclose()

    return Bounded()
