"""What may follow a count in one cell, and what makes the cell two counts or no count at all."""

from __future__ import annotations

from collections.abc import Sequence

from claims.phrases.grammar import Parsed
from claims.phrases.lexicon import Lexicon
from claims.phrases.reading import Exact, Hedged, Reading, Term
from claims.phrases.tokens import Token, script_of

_HARMLESS = frozenset(",-'/;:&.()")
_TWO_COUNTS = "more than one count; give each its own row, or write the one that is meant"


class Tail:
    """Judges the tokens after a phrase; `accept` and `bare_plural` give (words not known, reading) or None."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token], notes: list[str]) -> None:
        self.lexicon, self.tokens, self.notes = lexicon, tokens, notes

    def accept(self, parsed: Parsed) -> tuple[int, Reading] | None:
        """The reading with hedges that stand after the noun, if the rest is harmless."""
        reading, position = parsed
        stop = self._cut(position)
        unknown = known = 0
        while position < stop:
            hedge = self.lexicon.table("after").match(self.tokens, position)
            if hedge is not None and not self._numeric(hedge[1]):
                reading, position = _hedge_once(hedge[0], reading), hedge[1]
                continue
            familiar = self._judge(position)
            if familiar is None or self._is_glued(position, familiar) or self._is_companion(position, reading):
                return None
            token = self.tokens[position]
            known += familiar
            unknown += token.kind == "word" and not familiar
            position += 1
        if reading == Term("none"):
            return self._none(parsed.end, stop, known, unknown)
        return (unknown, reading) if self._is_safe(unknown) else None

    def bare_plural(self) -> tuple[int, Reading] | None:
        """ "Soldiers", "women and children": more than one, not counted."""
        plural = unknown = 0
        told = len(self.notes)
        for position, token in enumerate(self.tokens):
            familiar = self._judge(position)
            if familiar is None or self.lexicon.table("none").match(self.tokens, position):
                # Nothing was counted before these words, so a count among them is no second one.
                self.notes[told:] = [note for note in self.notes[told:] if note is not _TWO_COUNTS]
                return None
            plural += token.key in self.lexicon.table("plurals")
            unknown += token.kind == "word" and not familiar
        return (unknown, Term("bare plural")) if plural else None

    def _cut(self, start: int) -> int:
        """Where the part of the count begins: "12 people, three of them children" is cut at the comma."""
        subset = self.lexicon.table("subset")
        for position in range(start, len(self.tokens)):
            if subset.match(self.tokens, position):
                commas = [k for k in range(start, position) if self.tokens[k].key == ","]
                return commas[-1] if commas else position
        return len(self.tokens)

    def _numeric(self, position: int) -> bool:
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        return token.kind == "digits" or self.lexicon.is_number_word(token.key)

    def _judge(self, position: int) -> bool | None:
        """Whether the token is a known noun (True), harmless (False) or forbids the reading (None, with a note)."""
        token = self.tokens[position]
        if token.kind == "digits":
            return self._refuse(_TWO_COUNTS)
        if self.lexicon.table("not_counts").match(self.tokens, position):
            return self._refuse(f"{token.key!r} makes it a share, a duration or a sum of money, not a count")
        if token.kind == "mark":
            return (
                False
                if token.key in _HARMLESS
                else self._refuse(f"{token.key!r} after a count has no meaning here; leave it out")
            )
        if token.key in self.lexicon.table("article"):
            # "a soldier and a civilian": an article after "and" begins another count.
            return self._refuse(_TWO_COUNTS) if self._after_and(position) else True
        if self.lexicon.is_noun(token.key):
            return True
        counts = ("words", "multipliers", "plural_multipliers", "vague", "none")
        if any(self.lexicon.table(name).match(self.tokens, position) for name in counts):
            return self._refuse(_TWO_COUNTS)
        return False

    def _after_and(self, position: int) -> bool:
        before = self.tokens[position - 1].key if position else ""
        return before == "," or before in self.lexicon.table("and")

    def _is_glued(self, position: int, familiar: bool) -> bool:
        """Letters on the digits that are no noun ("58xyz"); a script without spaces glues every noun."""
        token, before = self.tokens[position], self.tokens[position - 1]
        touching = token.kind == "word" and before.kind == "digits" and token.start == before.end
        if not touching or script_of(token.key) not in _SCRIPTS_SPACED or (familiar and len(token.key) > 1):
            return False
        self.notes.append(f"{token.key!r} joined to the digits is not known; write the number, a space, and the noun")
        return True

    def _is_companion(self, position: int, reading: Reading) -> bool:
        """ "A man and his wife", "a mother and child": a second person after "and" who is counted separately."""
        if position == 0 or self.tokens[position - 1].key not in self.lexicon.table("and"):
            return False
        key = self.tokens[position].key
        alone = reading == Exact(1) and key in self.lexicon.table("kin")
        if not (alone or key in self.lexicon.table("possessives")):
            return False
        self.notes.append(_TWO_COUNTS)
        return True

    def _refuse(self, note: str) -> bool | None:
        self.notes.append(note)
        return None

    def _none(self, start: int, stop: int, known: int, unknown: int) -> tuple[int, Reading] | None:
        """ "No soldiers" is zero; "no casualties reported" is not; "no other casualties" is neither."""
        for position in range(start, stop):
            if self.lexicon.table("not_none").match(self.tokens, position):
                self.notes.append("it does not say that there were none; write a number or leave the cell empty")
                return None
        if any(self.lexicon.table("report_cues").match(self.tokens, k) for k in range(start, stop)):
            return unknown, Term("none reported")
        return (unknown, Term("none")) if known or not unknown else None

    def _is_safe(self, unknown: int) -> bool:
        """In a script without a lexicon, words after a number may be a hedge; one glued noun may not."""
        if unknown < 2 or not self.lexicon.language:
            return True
        scripts = {script_of(token.key) for token in self.tokens if token.kind == "word"}
        if scripts & _SCRIPTS_READ:
            return True
        self.notes.append("the words beside the number are in no language that is read; write the number alone")
        return False


_SCRIPTS_SPACED = frozenset({"latin", "cyrillic", "arabic", "devanagari", "hebrew", "ethiopic"})
_SCRIPTS_READ = _SCRIPTS_SPACED | {"han", "kana"}


def _hedge_once(rule: str, reading: Reading) -> Reading:
    if isinstance(reading, Hedged) and reading.rule == rule:
        return reading
    return Hedged(rule, reading)
