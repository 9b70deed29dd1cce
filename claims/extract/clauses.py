"""Where the clause of a verb begins: after the nearest mark or word that opens one on its left."""

from __future__ import annotations

from claims.extract.objects import Objects

REACH = 32
"""Tokens between a verb and its subject at most."""
_DASHES = frozenset({"\u2014", "\u2013", "--"})


class Clauses(Objects):
    """Finds the beginning of a clause."""

    def _is_aside(self, said: int, at: int) -> bool:
        """Whether "it said" stands inside a clause: "nine men it said were killed"."""
        after = self.tokens[said + 1 : at]
        return (
            bool(after)
            and said > 1
            and self.words.has("function.be", after[0].low)
            and self.tokens[said - 1].low in ("it", "he", "she", "they")
            and any(p.last == said - 1 for p in self.persons)
        )

    def _is_shut(self, place: int, at: int) -> bool:
        """Whether a bracket or a dash belongs to an aside that is over before a token."""
        mark = self.tokens[place].text
        if mark == "(":
            return any(token.text == ")" for token in self.tokens[place:at])
        return mark in _DASHES and sum(token.text == mark for token in self.tokens[:at]) % 2 == 0

    def _is_passive(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle, past one adverb: "are still listed"."""
        before = [token.low for token in self.tokens[max(0, at - 2) : at]]
        near = before[-1:] if before and not self.words.has("function.adverbs", before[-1]) else before
        return any(self.words.has("function.be", low) for low in near)

    def _clause_start(self, at: int) -> int:
        """The token after the nearest thing that begins a clause on the left."""
        for place in range(at - 1, max(-1, at - REACH), -1):
            low = self.tokens[place].low
            if place in self.covered or self._is_shut(place, at):
                continue
            if low in (
                ";",
                ":",
                "(",
                "—",
                "while",
                "whereas",
                "but",
                "after",
                "when",
                "because",
                "if",
                "whether",
                "that",
                "who",
                "which",
                "where",
            ):
                return place + 1
            if (
                self.words.has("speech.verbs.says", low)
                or self.words.has("speech.verbs.claims", low)
                or self.words.has("speech.verbs.admits", low)
            ) and not self._is_passive(place):
                noun = place + 1 < at and self.tokens[place + 1].low == "of"  # "the state of", "claims of"
                if noun or self._is_aside(place, at) or place in self.covered:
                    continue
                return place + 1
        return max(0, at - REACH)
