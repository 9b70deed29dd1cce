"""One file from the network, with an end to how long it may take and how large it may be."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SECONDS = 20.0
"""How long to wait for the server, for each step of the way."""
LARGEST = 50_000_000
"""Bytes of a file that is fetched; Google exports no larger sheets as CSV."""
_AGENT = "counterclaim (reads public spreadsheets)"


class NotFetched(Exception):
    """Why there is no file, in words that fit after "could not be fetched:"; ``status`` is the server's, or 0."""

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.status = status


def fetch(address: str, seconds: float = SECONDS, largest: int = LARGEST) -> tuple[str, bytes]:
    """The media type and the bytes of what is at an http address. Raises NotFetched."""
    request = Request(address, headers={"User-Agent": _AGENT})
    try:
        with urlopen(request, timeout=seconds) as answer:
            content: bytes = answer.read(largest + 1)
            kind = str(answer.headers.get_content_type()) if answer.headers.get("Content-Type") else ""
    except HTTPError as error:
        error.close()
        raise NotFetched(f"the server answered {error.code}", error.code) from None
    except TimeoutError:
        raise NotFetched(f"no answer within {seconds:g} seconds") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, TimeoutError):
            raise NotFetched(f"no answer within {seconds:g} seconds") from None
        raise NotFetched(str(reason) or type(error).__name__) from None
    if len(content) > largest:
        raise NotFetched(f"it is larger than {largest:,} bytes")
    return kind, content
