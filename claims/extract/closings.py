"""Frames that close what they report: "..., X said on Monday", "..., said X"."""

from __future__ import annotations

from claims.extract.frame import Frame
from claims.extract.headlines import Headlines
from claims.extract.naming import Range

_PAUSES = frozenset({",", ".", ";", '"', "\u2014", ")", ":", "(", "!", "?"})
_OF_TEXT = frozenset(
    {"that", "which", "by", "from", "about", "seen", "sent", "given", "to", "on", "for", "written", "of"}
)


class Closings(Headlines):
    """Tells whether a verb of saying closes a statement, and who speaks after it."""

    def _inverted(self, at: int, stance: str) -> Frame | None:
        """ "..., said X": a comma or quotation mark before the verb, the speaker after it."""
        if at + 1 >= len(self.tokens) or (self.words.has("speech.told", self.low(at)) and self.low(at) != "informed"):
            return None
        if self.tokens[at - 1].text not in (",", '"', "\u2014", ")") and not self._is_dash(at - 1):
            return None
        weak = any(self.words.has(f"speech.{name}", self.low(at)) for name in ("needs_clause", "needs_figure"))
        end = self.end_of_name(at + 1)
        quoted = '"' in (self.tokens[at - 1].text, self.tokens[max(0, at - 2)].text)
        if weak and not quoted and not self._closes_sentence(at, end):
            return None
        after = self.low(at + 1)
        if end == at + 1 or not self.can_speak(at + 1, end) or self._is_subject(at + 1, end):
            return None
        if any(self.is_death(self.low(p)) for p in range(at + 1, end)):
            return None
        if (
            self.is_small(at + 1, "prepositions")
            or (self.is_small(at + 1, "numbers") and not self.is_head(self.low(end - 1)))
            or any(token.text[0].isdigit() for token in self.tokens[at + 1 : end] if "-" not in token.text)
            or (self.words.has("function.pronouns", after) and end > at + 2)
        ):
            return None
        said_by = self._issuer((at + 1, min(end + 3, len(self.tokens)))) or (at + 1, end)
        return Frame(at, max(end, said_by[1]), said_by, stance, "after")

    def _closes_sentence(self, at: int, end: int) -> bool:
        """ "..., warns the council.": a verb that may say something else, and a speaker who ends the sentence."""
        names = self.tokens[at + 1].is_capital or self.is_small(at + 1, "determiners")
        return names and self._ends(end) and self.low(end) != "," and self._is_clause(at - 1)

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether words are the subject of what is said and not the speaker: a finite verb is in or after them."""
        if any(self.is_small(end, name) for name in ("be", "have", "verbs")):
            return True
        return any(
            self.is_small(at, "verbs")
            or (self.words.outcome(self.tokens, at) is not None and self.low(at).endswith("ed"))
            for at in range(start, end)
        )

    def _closes(self, speaker: Range, at: int) -> bool:
        """Whether a frame ends what it reports: a comma before it, and the end or a pause soon after."""
        first = speaker[0]
        if first < 2 or not (self.tokens[first - 1].text in (",", '"', "\u2014", ")") or self._is_dash(first - 1)):
            return False
        place = self._past_fillers(at)
        if place >= len(self.tokens) or self.tokens[place].text in _PAUSES:
            return not self._opens_quote(place)
        low = self.low(place)
        of_text = low in _OF_TEXT or low.endswith("ed")
        if of_text and place > at + 1 and self.words.has("speech.carriers", self.low(place - 1)):
            return self._is_clause(first - 1)  # "..., the group said in a report that the government rejected"
        if self.stance_of(low) != "" and low.endswith("ing"):
            return True
        goes_on = low in ("without", "and") or self.is_small(place, "subordinators") or self._is_adjunct(place)
        return low != "that" and goes_on and self._is_clause(first - 1)

    def _is_adjunct(self, at: int) -> bool:
        """Whether a phrase without a verb of its own ends the clause: "said from the north"."""
        if not (self.is_small(at, "prepositions") or self.low(at).endswith("ed")):
            return False
        end = next((p for p in range(at, len(self.tokens)) if self.tokens[p].text in _PAUSES), len(self.tokens))
        words = range(at + 1, end)
        return not any(self.low(p) == "that" or self.is_small(p, "be", "have", "verbs", "irregular") for p in words)

    def _opens_quote(self, at: int) -> bool:
        """ "On Tuesday, police said, "..."": what is said comes after."""
        quote = next((p for p in (at, at + 1) if p < len(self.tokens) and self.tokens[p].text == '"'), None)
        return quote is not None and any(a == quote + 1 for a, _ in self.sentence.quoted) and not self._is_clause(at)

    def _is_clause(self, end: int) -> bool:
        """Whether a main clause stands before a place: a finite verb, and no "after" or "when" that opens it."""
        start = next((p for p in range(end - 1, -1, -1) if self.tokens[p].text == ";"), -1) + 1
        if self.is_small(start, "subordinators"):
            return False
        return any(
            self.is_small(p, "be", "verbs")
            or (self.words.outcome(self.tokens, p) is not None and not self.tokens[p].is_capital)
            for p in range(start, end)
        )

    def _past_fillers(self, at: int) -> int:
        place = at + 1
        if self.words.has("speech.told", self.low(at)):
            while place < min(at + 12, len(self.tokens)) and self._is_told(place):
                place += 1
        while place < len(self.tokens) and (place in self.in_date or self._is_filler(place)):
            place += 1
        return place

    def _is_told(self, at: int) -> bool:
        """Whether a word goes with whom it was told: no mark, no "that" and no verb of what was said."""
        if not self.tokens[at].is_word or self.low(at) == "that":
            return False
        if self.tokens[at].is_capital:
            return True
        if self.is_small(at, "be", "have", "verbs"):
            return False
        return self.words.outcome(self.tokens, at) is None

    def _is_filler(self, at: int) -> bool:
        low = self.low(at)
        if low == "on" and at + 1 in self.in_date:
            return True
        return (
            self.words.has("time.fillers", low)
            or self.words.has("speech.fillers", low)
            or self.words.has("speech.carriers", low)
            or (self.is_small(at, "adverbs") and low not in ("not", "first"))
        )

    def _ends(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].text in _PAUSES
