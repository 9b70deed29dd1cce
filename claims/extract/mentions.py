"""Who was named so far in a document: speakers, and subjects that could speak, each with what pronouns can mean it."""

from __future__ import annotations

from typing import NamedTuple

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.naming import Range
from claims.extract.person_nouns import person_at
from claims.extract.words import Words

_AFTER_HEAD = frozenset(
    {"of", "for", "in", "at", "from", "with", "who", "which", "to", "based", "on", "near", "inside"}
)


class Mention(NamedTuple):
    """Words for somebody.

    `kind` is "person", "body", "many", or "name" for one word that may be a person or a body; `said` tells a speaker
    from a mere subject.
    """

    text: str
    kind: str
    head: str
    said: bool
    sentence: int
    first: int
    start: int
    end: int


def mention_of(text: str, span: Range, number: int, analysis: Analysis, said: bool, words: Words) -> Mention:
    """The mention that words of a sentence make."""
    head, head_text = _head(text)
    start, end = analysis.offsets(*span)
    return Mention(text, _kind(text, head, head_text, words), head, said, number, span[0], start, end)


def _head(text: str) -> tuple[str, str]:
    """The noun that a phrase is about, in lower case and as it stands: "spokesman" in "a spokesman for the army"."""
    words = text.replace("(", " , ").replace(",", " , ").split()
    end = next((at for at, word in enumerate(words) if at and (word == "," or word.lower() in _AFTER_HEAD)), len(words))
    last = words[end - 1].strip("'\"\u2019") if words else ""
    return last.lower(), last


def _kind(text: str, head: str, head_text: str, words: Words) -> str:
    plain = text.split(",")[0].split()
    names = [word for word in plain if word[:1].isupper() and word.lower() not in ("the", "a", "an", "its", "one")]
    if words.has("speech.bodies", head) or head_text.isdigit():
        return "body"
    size, plural = person_at((head,)) if head else (0, False)
    if any(_is_role(word, words) for word in (head, *text.split()[:3])):
        return "person"
    if size and not head_text[:1].isupper():
        return "many" if plural else "person"
    if words.has("speech.heads", head):
        return "many" if head.endswith("s") or head in ("police", "people", "media") else "body"
    if any(_is_role(word, words) for word in text.split()):
        return "person"
    if is_actor(text) or any(words.has("speech.bodies", word.lower().strip(",")) for word in plain):
        return "body"
    if plain and plain[0].lower() == "the":
        return "many" if head.endswith("s") else "body"
    if len(plain) == 1 and not text.isupper():
        return "name"
    return "person" if len(names) >= 2 and len(names) == len(plain) else "body"


def _is_role(word: str, words: Words) -> bool:
    """Whether a word, or a part of one with a hyphen, is what one person is: "colonel", "Inspector-General"."""
    return any(words.has("speech.roles", part) for part in word.lower().strip(".,").split("-"))


def can_be_meant(text: str, words: Words) -> bool:
    """Whether a subject that said nothing can be meant by "it" or "he" further on."""
    head, head_text = _head(text)
    if not head or text[0].isdigit():
        return False
    if (
        words.has("speech.heads", head)
        or words.has("speech.bodies", head)
        or person_at((head,))[0]
        or is_actor(head_text)
    ):
        return True
    plain = text.split(",")[0].split()
    named = len(plain) > 1 and all(word[:1].isupper() for word in plain[-2:])
    return named and (len(plain) <= 3 or any(_is_role(word, words) for word in plain))
