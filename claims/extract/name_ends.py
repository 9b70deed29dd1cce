"""Where the words for a speaker end that follow "said", "by" or "according to"."""

from __future__ import annotations

from claims.extract.saying import Saying

STOPS = frozenset({",", ";", ".", ":", '"', "(", ")", "!", "?", "\u2014"})
_ENDS = frozenset({"while", "but", "as", "after", "when", "on", "to", "whose", "who", "than", "because"})


class NameEnds(Saying):
    """Finds the end of a name, and the dashes and short forms beside it, in one sentence."""

    def end_of_name(self, start: int) -> int:
        """Where the words for a speaker end that start here."""
        at = start
        while at < min(len(self.tokens), start + 16):
            token = self.tokens[at]
            if token.text == "(" and (short := self._short_form(at)):
                at = short
                continue
            if token.text in STOPS or self.words.has("function.relatives", token.low) or at in self.in_date:
                break
            if at > start and (self._ends_name(at) or token.low in _ENDS):
                break
            if token.low == "of" and self.has_figure(at + 1, at + 2):
                break
            at += 1
        while at > start and (self.is_small(at - 1, "prepositions", "adverbs") or self.low(at - 1) == "and"):
            at -= 1
        return at

    def _short_form(self, at: int) -> int:
        """Past "(JNIM)", a short form in parentheses of at most three words; 0 for any other parenthesis."""
        close = next((p for p in range(at + 1, min(at + 5, len(self.tokens))) if self.tokens[p].text == ")"), None)
        if close is None or close == at + 1 or not self.tokens[at + 1].is_capital:
            return 0
        return close + 1

    def _ends_name(self, at: int) -> bool:
        token = self.tokens[at]
        if self.words.has("function.verbs", token.low) and not token.is_capital:
            return True
        if self.is_small(at, "be", "have") or self.words.has("speech.reduced", token.low):
            return True
        if token.low == "in" and self.low(at + 1) in ("a", "an", "its", "his", "her", "their"):
            return any(self.words.has("speech.carriers", self.low(p)) for p in range(at + 2, at + 5))
        if token.is_capital or not self.stance_of(token.low):
            return False
        return not self.is_noun(at) and not self._ends_as_noun(at)

    def _ends_as_noun(self, at: int) -> bool:
        """Whether a word that may be a verb of saying ends the words for a source: "a Reuters tally."."""
        end = at + 1 >= len(self.tokens) or self.tokens[at + 1].text in STOPS
        return end and (
            self.words.has("speech.tallies", self.low(at)) or self.words.has("speech.carriers", self.low(at))
        )

    def _is_dash(self, at: int) -> bool:
        """Whether a hyphen with space on both sides parts a clause, as a dash does."""
        if self.tokens[at].text != "-" or not 0 < at < len(self.tokens) - 1:
            return self.tokens[at].text == "\u2014"
        return self.tokens[at - 1].end < self.tokens[at].start and self.tokens[at].end < self.tokens[at + 1].start

    def _closes_short_form(self, end: int) -> bool:
        """Whether a parenthesis that ends here is a short form: "the Resistance Front (TRF)"."""
        opened = next((p for p in range(end - 2, max(-1, end - 6), -1) if self.tokens[p].text == "("), None)
        return opened is not None and self._short_form(opened) == end
