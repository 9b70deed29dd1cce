"""Frames of headlines and notes: "Military: 12 killed", "12 killed in raid: police"."""

from __future__ import annotations

from claims.extract.actors import is_actor
from claims.extract.frame import Frame
from claims.extract.place_names import countries_of
from claims.extract.sources import Sources


class Headlines(Sources):
    """Finds speakers who stand before or after a colon or a dash."""

    def _colon(self) -> Frame | None:
        """ "Military: 12 killed", "The mission, in a short note: ...": a speaker without a verb opens the sentence."""
        colon = next((at for at in range(min(16, len(self.tokens))) if self.tokens[at].text == ":"), None)
        if not colon or colon + 1 >= len(self.tokens) or self.sentence.in_quotes(colon):
            return None
        end = self.end_of_name(0)
        if end == 0 or self._verb_in(0, colon) or any(self._tells(at) for at in range(colon)):
            return None
        if self.is_small(0, "prepositions") or self._is_heading(end):
            return None
        if end < colon and self.tokens[end].text != "," and not self.is_small(end, "prepositions"):
            return None
        return Frame(colon, colon + 1, (0, end), "says", "before") if self._names_speaker(0, end) else None

    def _tells(self, at: int) -> bool:
        """Whether a word before a colon shows that a clause stands there: "strikes kill 7 in the north: monitor"."""
        if self.is_small(at, "be", "have"):
            return True
        hit = self.words.outcome(self.tokens, at)
        return hit is not None and not self.tokens[at].is_capital and self.has_figure(at + 1, at + 6)

    def _is_heading(self, end: int) -> bool:
        """Whether words head a section: "Casualties", or words in capitals with a number ("II CORPS", "SECTOR 4")."""
        if self.words.has("speech.headings", self.low(end - 1)):
            return True
        texts = [token.text for token in self.tokens[:end]]
        numbered = any(text.isdigit() or not text.strip("IVX") for text in (texts[0], texts[-1]))
        return end > 1 and numbered and all(text.isupper() or text.isdigit() for text in texts)

    def _names_speaker(self, start: int, end: int) -> bool:
        """Whether words without a verb are a speaker, and no heading such as "Casualties" or "Update"."""
        last = self.tokens[end - 1]
        named = self.is_head(last.low) and not self.words.has("speech.carriers", last.low)
        short = end == start + 1 and last.is_capital and len(last.text) > 2 and is_actor(last.text)
        short = short and not countries_of(last.text.title())
        return named or short or self._is_title(start) or (self._speaks_in(start, end) and end - start > 2)

    def _is_title(self, at: int) -> bool:
        return self.words.has("speech.roles", self.low(at)) and self.tokens[at].is_capital

    def _last_colon(self) -> Frame | None:
        """ "12 killed in raid: police": the speaker ends a headline."""
        size = len(self.tokens)
        if size > 4 and self.tokens[-1].text == "." and any(t.text == "-" for t in self.tokens[-6:]):
            size -= 1
        mark = next((p for p in range(size - 2, max(2, size - 8), -1) if self._is_dash_or_colon(p)), None)
        if mark is None or self.tokens[size - 1].text in (".", "!", "?", '"'):
            return None
        end = self.end_of_name(mark + 1)
        if end != size or not self._names_speaker(mark + 1, end) or self._verb_in(mark + 1, end):
            return None
        return Frame(mark, end, (mark + 1, end), "says", "after")

    def _bracketed(self) -> Frame | None:
        """ "Bomb kills nine in market (police)": the speaker stands in brackets at the end."""
        size = len(self.tokens) - (self.tokens[-1].text == ".")
        opened = next((p for p in range(size - 3, max(2, size - 8), -1) if self.tokens[p].text == "("), None)
        if opened is None or self.tokens[size - 1].text != ")":
            return None
        end = self.end_of_name(opened + 1)
        last = self.tokens[end - 1]
        plain = end == size - 1 and not last.is_capital and self.is_head(last.low)
        if not plain or self._verb_in(opened + 1, end) or self.has_figure(opened + 1, end):
            return None
        return Frame(opened - 1, end, (opened + 1, end), "says", "after")

    def _is_dash_or_colon(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text in (":", "\u2014") or (token.text == "-" and self.tokens[at - 1].end < token.start)
