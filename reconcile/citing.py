"""Whom a byline names: "BBC/AFP", "Dawn (Reuters)", "AP via NPR", "Tolo News, citing the governor".

Words for citing and the names of agencies are data (relays.yaml), in any alphabet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from claims.lexicon import data
from reconcile.reading import fold

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_BESIDE = re.compile(r"[/;|,+&、・·]|\s[-–—]\s")
_LISTED = re.compile(r"[;|\n]")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


class Byline(NamedTuple):
    """The outlet that carries a statement, and those whom it names as having told it."""

    outlet: str
    tellers: tuple[str, ...]


@lru_cache(maxsize=65536)
def read_byline(source: str) -> Byline:
    """The outlet and the tellers of a source as written; a source that names nobody else is its own outlet."""
    cited = read_citation(source)
    if cited is not None:
        return cited
    parts = _parts(source)
    told = {name for part in parts if (name := agency(part)) is not None}
    others = [part for part in parts if agency(part) is None and not _unnamed(part)]
    if not others or len(parts) == 1 or _dateline(source, parts):
        return Byline(parts[0] if others else source, ())
    if not told and len(others) == len(parts):
        return Byline(_BRACKETS.sub(" ", source).strip() or source, ())
    return Byline(others[0], tuple(sorted(told)))


def _dateline(source: str, parts: list[str]) -> bool:
    """ "Reuters, Kabul": an agency first and a comma, so that nobody else carries it."""
    return agency(parts[0]) is not None and re.match(rf"\s*{re.escape(parts[0])}\s*,", source) is not None


@lru_cache(maxsize=65536)
def read_tellers(relayed_from: str) -> tuple[str, ...]:
    """Those whom a relay names, the far end of a chain ("Tolo, citing the governor"); nobody for "agencies"."""
    listed = [part.strip() for part in _LISTED.split(relayed_from) if part.strip()]
    if len(listed) > 1:
        return tuple(dict.fromkeys(name for part in listed for name in read_tellers(part)))
    if _unnamed(relayed_from):
        return ()
    cited = read_citation(relayed_from)
    if cited is not None:
        return cited.tellers
    parts = _parts(relayed_from)
    if len(parts) > 1 and all(_unnamed(part) or agency(part) for part in parts):
        return tuple(dict.fromkeys(name for part in parts if (name := agency(part))))
    return (agency(relayed_from) or relayed_from,)


@cache
def agency(name: str) -> str | None:
    """The agency that a name is, in the registry's words, or None."""
    return _agencies().get(fold(name)) if name.strip() else None


def words_of(key: str) -> list[str]:
    """A word list of relays.yaml."""
    found: list[str] = data("reconcile", "relays.yaml")[key]
    return found


@lru_cache(maxsize=65536)
def attributes(text: str) -> bool:
    """Whether a text leaves what it says with a speaker ("said", "according to")."""
    return bool(text.strip()) and _attributing().search(unicodedata.normalize("NFKC", text)) is not None


@lru_cache(maxsize=65536)
def read_citation(source: str) -> Byline | None:
    """An outlet and whom it cites, or by way of whom it carries something; None where no word says so."""
    text = _BRACKETS.sub(_unbracketed, unicodedata.normalize("NFKC", source)).strip()
    citing, way = _citing().split(text, 1), _by_way_of().split(text, 1)
    if len(citing) == 2 and all(part.strip(" ,:;-–—") for part in citing):
        outlet, told = (part.strip(" ,:;-–—") for part in citing)
        return Byline(_parts(outlet)[0], read_tellers(told))
    if len(way) == 2 and all(part.strip() for part in way):
        told, outlet = (part.strip(" ,:;-–—") for part in way)
        if agency(outlet) and not agency(told):
            told, outlet = outlet, told
        return Byline(outlet, read_tellers(told))
    return None


def _unbracketed(found: re.Match[str]) -> str:
    """Brackets around "via AP" or "citing AP" are no more than a comma."""
    inner = found[1] if found[1] is not None else found[2]
    loose = f"x {inner}"
    return f" {inner}" if _citing().search(loose) or _by_way_of().search(loose) else found[0]


def _parts(source: str) -> list[str]:
    """The names that stand beside each other; what else is in brackets ("Dawn (Karachi)") is no name."""
    text = unicodedata.normalize("NFKC", source)
    inner = [a or b for a, b in _BRACKETS.findall(text)]
    named = [part for part in inner if agency(part) or _unnamed(part)]
    outer = [part.strip() for part in _BESIDE.split(_BRACKETS.sub(" ", text)) if part.strip()]
    return [word for part in outer for word in _with_agencies(part)] + named or [source]


def _with_agencies(part: str) -> list[str]:
    """ "Dawn with Reuters" as two names, where the second is an agency or agencies."""
    if _unnamed(part) or agency(part):
        return [part]
    outlet, *rest = _beside().split(part, 1)
    named = bool(rest) and bool(outlet.strip()) and (_unnamed(rest[0]) or agency(rest[0]) is not None)
    return [outlet.strip(), rest[0].strip()] if named else [part]


def _unnamed(part: str) -> bool:
    return fold(part) in _no_names()


@cache
def _no_names() -> frozenset[str]:
    return frozenset(map(fold, words_of("unnamed")))


@cache
def _agencies() -> dict[str, str]:
    listed: dict[str, list[str]] = data("reconcile", "relays.yaml")["agencies"]
    return {fold(word): name for name, words in listed.items() for word in (name, *words)}


@cache
def _citing() -> re.Pattern[str]:
    return _any_of(words_of("citing"))


@cache
def _by_way_of() -> re.Pattern[str]:
    return _any_of(words_of("by_way_of"))


@cache
def _beside() -> re.Pattern[str]:
    return _any_of(words_of("beside"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The words between others: longest first, blanks around them where the script has blanks."""
    ordered = sorted({unicodedata.normalize("NFKC", w) for w in words}, key=lambda w: (-len(w), w))
    spaced = "|".join(re.escape(w) for w in ordered if not _UNSPACED.search(w))
    unspaced = "|".join(re.escape(w) for w in ordered if _UNSPACED.search(w))
    both = rf"(?:\s*[,:;–—-])?\s+(?:{spaced})\s+"
    return re.compile(f"{both}|(?:{unspaced})" if unspaced else both, re.IGNORECASE)


@cache
def _attributing() -> re.Pattern[str]:
    words = sorted({unicodedata.normalize("NFKC", w) for w in words_of("attributing")})
    spaced = "|".join(re.escape(w) for w in words if not _UNSPACED.search(w))
    unspaced = "|".join(re.escape(w) for w in words if _UNSPACED.search(w))
    return re.compile(rf"\b(?:{spaced})|(?:{unspaced})", re.IGNORECASE)
