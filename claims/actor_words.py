"""The words beside names in a wording: bodies ("ministry of defence"), people, prepositions, what joins and cuts."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from claims.actor_names import key_of, listed, tokens_of

Item = tuple[str, str]
"""A name or a word, as (sort, key): the sort is "name", one of the lexicon's, "body:...", "hint:..." or "other"."""


class Vocabulary:
    """The known words, by sort, and how many words the longest name or word may have that begins so."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Take the words from a lexicon (`data/actors/bodies.yaml`)."""
        self._capitals = frozenset(lexicon["capitals_only"])
        self._whole_only = {key_of(self.tokens(name)) for name in listed(lexicon["whole_only"])}
        self._sorts: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        for sort, words in lexicon["words"].items():
            self._add(sort, words)
        for key, body in lexicon["bodies"].items():
            self._add(f"body:{key}", body.get("words", ""))
            self._add(f"hint:{key}", body.get("hints", ""))

    def _add(self, sort: str, words: object) -> None:
        for word in listed(words):
            tokens = self.tokens(word)
            self._sorts[" ".join(tokens)] = sort
            self.expect(tokens[0], len(tokens))

    def expect(self, first: str, size: int) -> None:
        """Look for names of up to `size` words where the word `first` stands."""
        self._reach[first] = max(size, self._reach.get(first, 0))

    def tokens(self, text: str) -> list[str]:
        """The words of a text in their matching form."""
        return tokens_of(text, self._capitals)

    def items(self, tokens: Sequence[str], names: Container[str]) -> list[Item]:
        """Names and known words, longest first; what is neither is `other`."""
        items = []
        at = 0
        while at < len(tokens):
            item, size = self._item(tokens, at, names)
            items.append(item)
            at += size
        return items

    def _item(self, tokens: Sequence[str], at: int, names: Container[str]) -> tuple[Item, int]:
        """The longest name or known word that starts at a token, and how many tokens it takes."""
        for size in range(min(self._reach.get(tokens[at], 0), len(tokens) - at), 0, -1):
            key = " ".join(tokens[at : at + size])
            if key in names and key not in self._whole_only:
                return ("name", key), size
            if sort := self._sorts.get(key):
                return (sort, key), size
        return ("other", tokens[at]), 1
