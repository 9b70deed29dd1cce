"""The words for a speaker: the noun phrase before a verb, with its apposition and without its relative clause."""

from __future__ import annotations

from claims.extract.name_ends import STOPS, NameEnds
from claims.extract.person_nouns import is_person
from claims.extract.saying import PRONOUNS

Range = tuple[int, int]
_FARTHEST = 28
_BEFORE_CLAUSE = frozenset({"in", "on", "at", "for", "after", "before", "since", "until", "though", "because"})
"""Words behind which a new subject may stand: "a day after the ministry said", "on Monday the ministry said"."""
_OF = frozenset({"of", "'s", "and", "or", "both", "all", "than", "for", "in", "at", "from", "by", "with", "to"})


class Naming(NameEnds):
    """Finds who speaks or acts, in one sentence."""

    def before(self, at: int) -> Range | None:
        """The noun phrase that ends before a verb, with an apposition between commas."""
        end = at
        while end > 0 and (self.skips(end - 1) or (end - 1) in self.in_date):
            end -= 1
        if end and self.tokens[end - 1].text in (",", "\u2014", ")") and not self._closes_short_form(end):
            return self.past_aside(end)
        if end > 1 and self.low(end - 1) in ("which", "who"):
            return self.phrase(end - 1 - (self.tokens[end - 2].text == ","))
        found = self.phrase(end)
        if found is None or not self.can_speak(*found) or self._is_inner(found):
            found = self._before_relative(end) or self._opening(end) or found
        return found

    def _is_inner(self, found: Range) -> bool:
        """Whether a phrase only ends a longer one: "telephone by our bureau" in "a resident reached by telephone"."""
        start, end = found
        if start and (
            self.is_small(start - 1, "prepositions") or self.words.has("speech.reduced", self.low(start - 1))
        ):
            return self.tokens[start - 1].low not in _BEFORE_CLAUSE or self._speaks_in(start, end) is False
        return False

    def _speaks_in(self, start: int, end: int) -> bool:
        """Whether a phrase holds a word for a speaker of its own."""
        return any(self.is_head(t.low) or is_person(t.text) or t.low in PRONOUNS for t in self.tokens[start:end])

    def _opening(self, end: int) -> Range | None:
        """The phrase that opens the clause, for "reporters taken to the scene counted"."""
        start = self._clause_start(end)
        at = start
        while at < min(end, start + 10) and self._in_name(at) and not self._leaves_head(at, start):
            at += 1
        between = self.tokens[at:end]
        plain = all(token.is_word or token.text in ("'", "-") or token.text[0].isdigit() for token in between)
        if at == start or not plain or len(between) > 18:
            return None
        if self.words.has("speech.named_as", self.low(at)) and self.tokens[end - 1].is_capital:
            at = end
        return (start, at) if self._speaks_in(start, at) and self.can_speak(start, at) else None

    def _is_known_as(self, at: int) -> bool:
        """ "Known as", "identified only as": a name follows."""
        place = at - 1 - (self.low(at - 1) == "only")
        return self.words.has("speech.named_as", self.low(place))

    def _leaves_head(self, at: int, start: int) -> bool:
        """Whether a word ends the head of a phrase: a preposition other than "of", or a participle."""
        low = self.low(at)
        if at > start and self.words.has("speech.reduced", low):
            return True
        return self.is_small(at, "prepositions") and low not in ("of",)

    def _clause_start(self, end: int) -> int:
        """Where the clause starts in which a verb stands: after a mark, "that" or a conjunction."""
        at = end
        while at > 0 and end - at < _FARTHEST:
            token = self.tokens[at - 1]
            if token.text in STOPS or token.low in ("that", "but", "while", "whereas", "though", "although"):
                break
            if token.low == "as" and not self._is_known_as(at - 1):
                break
            at -= 1
        while at < end and (self.is_small(at, "adverbs") or at in self.in_date or self.low(at) in ("and", "in", "on")):
            at += 1
        return at

    def _before_relative(self, end: int) -> Range | None:
        """The phrase before "who reached the site" in "a rescuer who reached the site said"."""
        for at in range(end - 1, max(-1, end - 14), -1):
            if self.low(at) in ("who", "which") and self.tokens[at - 1].text != ",":
                return self.phrase(at)
            if self.tokens[at].text in STOPS:
                return None
        return None

    def skips(self, at: int) -> bool:
        """Whether a word stands between a subject and its verb: an auxiliary or an adverb."""
        low = self.tokens[at].low
        return (
            self.words.has("function.have", low)
            or (self.words.has("function.adverbs", low) and not self.tokens[at].is_capital)
            or (low.endswith("ly") and low not in ("family", "italy", "assembly", "daily", "weekly", "july"))
            or low in ("on", "neither", "last", "either", "both", "late", "early", "shortly")
        )

    def past_aside(self, end: int) -> Range | None:
        """The phrase before an aside between commas: "X, the spokesman, said"."""
        mark = "(" if self.tokens[end - 1].text == ")" else self.tokens[end - 1].text
        comma = next((at for at in range(end - 2, max(-1, end - 24), -1) if self.tokens[at].text == mark), None)
        if comma is None or comma == 0:
            return None
        aside = [token.low for token in self.tokens[comma + 1 : end - 1]]
        phrase = self.phrase(comma)
        relative = mark == "(" or (bool(aside) and self._is_relative(comma + 1))
        if phrase is None or not self.can_speak(*phrase):
            return None if relative else self.phrase(end - 1) if not aside else phrase and (phrase[0], end - 1)
        phrase = self._whole(phrase)
        return phrase if relative else (phrase[0], end - 1)

    def _is_relative(self, at: int) -> bool:
        return (
            self.is_small(at, "relatives", "prepositions", "adverbs")
            or (self.tokens[at].text[0].isdigit() and not self.tokens[at + 1].is_capital)
            or self.words.has("speech.reduced", self.low(at))
            or self.low(at).endswith("ing")
        )

    def _whole(self, phrase: Range) -> Range:
        """ "A woman outside it, Zara" for "Zara" in "a woman outside it, Zara, 52, said"."""
        start, end = phrase
        if start > 1 and self.tokens[start - 1].text == "," and self.tokens[start].is_capital and end - start <= 3:
            outer = self.phrase(start - 1)
            opens = outer is not None and (outer[0] == 0 or self.tokens[outer[0] - 1].text in STOPS)
            if outer is not None and opens and self._speaks_in(*outer) and not self._verb_in(*outer):
                return outer[0], end
        return phrase

    def _verb_in(self, start: int, end: int) -> bool:
        return any(self.words.has("function.verbs", self.low(p)) or self._is_verb(p) for p in range(start, end))

    def phrase(self, end: int) -> Range | None:
        """The noun phrase that ends here, without what opens the clause before it."""
        start = end
        while start > 0 and end - start < _FARTHEST and self._in_name(start - 1):
            start -= 1
        start = self._trimmed(self._second(start, end), end)
        return (start, end) if start < end else None

    def _second(self, start: int, end: int) -> int:
        """Where the last noun phrase of a stretch begins: at "the rebels" in "an e-mailed statement the rebels"."""
        for at in range(end - 1, start, -1):
            low, before = self.low(at), self.low(at - 1)
            if at == start + 1 and self.tokens[start].is_capital and self.tokens[at + 1].is_capital:
                continue  # "Save the Children"
            opens = low != "that" and (self.is_small(at, "determiners") or low in PRONOUNS)
            if opens and before not in _OF and not self.is_small(at - 1, "prepositions", "determiners", "adverbs"):
                return at
        return start

    def _in_name(self, at: int) -> bool:
        token = self.tokens[at]
        if token.text in ("(", ")"):
            return self._short_form(at) > 0 if token.text == "(" else self._closes_short_form(at + 1)
        if token.text == "-" and self._is_dash(at):
            return False
        if token.low == "'s" or token.text in ("-", "/", "&", "'"):
            return True
        if (not token.is_word and not token.text[0].isdigit()) or at in self.in_date:
            return False
        if token.low == "and":
            return self._joins_names(at)
        if token.low != "that" and self.is_small(at, "relatives", "subordinators", "conjunctions", "be", "have"):
            return False
        return token.low != "that" and not self._is_finite(at) and not self._is_verb(at)

    def _is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb by the lists, or by its ending and the object after it."""
        low = self.low(at)
        if self._is_rank(at):
            return False
        if self.is_small(at, "verbs", "irregular"):
            return True
        acts = low.endswith("ed") and not self.tokens[at].is_capital and not self.is_small(at - 1, "determiners")
        return acts and (self.is_small(at + 1, "determiners") or self.low(at + 1) in PRONOUNS)

    def _is_rank(self, at: int) -> bool:
        """Whether a word is a short form in capitals before a name: "DIG Swapan Kumar"."""
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return len(token.text) > 1 and token.text.isupper() and after is not None and after.text.istitle()

    def _joins_names(self, at: int) -> bool:
        """Whether "and" joins two speakers: "Armenia and Azerbaijan", "residents and hospital workers"."""
        if at == 0 or at + 1 >= len(self.tokens) or self._verb_before(at):
            return False
        if self.tokens[at - 1].is_capital and self.tokens[at + 1].is_capital:
            return True
        after = range(at + 1, min(at + 4, len(self.tokens)))
        named = self.is_small(at + 1, "determiners") and at + 2 < len(self.tokens) and self.tokens[at + 2].is_capital
        return self.is_head(self.low(at - 1)) and (named or any(self.is_head(self.low(p)) for p in after))

    def _verb_before(self, at: int) -> bool:
        for place in range(at - 1, max(-1, at - 16), -1):
            token = self.tokens[place]
            if token.text in (",", ";", '"'):
                return False
            if self.words.has("function.verbs", token.low) or self._is_verb(place):
                return True
        return False

    def _is_verb(self, at: int) -> bool:
        hit = self.words.outcome(self.tokens, at)
        if hit is not None and hit[1][0].form in ("past", "suffers") and not self.tokens[at].is_capital:
            return True
        if self.words.has("blame.accuses", self.tokens[at].low) and self.tokens[at].low.endswith("ed"):
            return True
        low = self.tokens[at].low
        finite = bool(self.stance_of(low)) and not (low.endswith("ing") and self.tokens[at].is_capital)
        return finite and not self.tokens[at].is_capital and not self.is_noun(at)

    def _trimmed(self, start: int, end: int) -> int:
        """Past adverbs, dates and prepositions that open a clause before its subject."""
        while start < end:
            low = self.tokens[start].low
            small = self.is_small(start, "prepositions") or self.is_small(start, "adverbs")
            if not (small or low in ("and", "(", ")", "-", "earlier", "'s", "'") or start in self.in_date):
                break
            start += 1
        return start

    def subject_of_sentence(self, at: int) -> Range | None:
        """The words before the first verb of the sentence, for "X condemned the attack, saying that"."""
        return self.subject_from(self._main_clause(at), at)

    def subject_from(self, start: int, at: int) -> Range | None:
        """The words before the first verb of a stretch."""
        for place in range(start, min(at, start + _FARTHEST)):
            low = self.tokens[place].low
            if place == start or self.tokens[place].is_capital or self._is_participle(place):
                continue
            if (
                self.is_small(place, "verbs", "irregular", "have", "be")
                or (self.stance_of(low) and not self.is_noun(place))
                or self.words.has("blame.accuses", low)
                or low.endswith("ed")
                or self._is_present(place)
            ):
                return self.before(place)
        return None

    def _is_present(self, at: int) -> bool:
        """Whether a word is a verb in the present tense by its ending and the object after it: "controls the area"."""
        low = self.low(at)
        if not low.endswith("s") or low.endswith(("ss", "us", "is", "'s")) or self.is_small(at, "determiners"):
            return False
        plural = self.low(at - 1).endswith("s") and not self.tokens[at - 1].is_capital
        return not plural and (self.is_small(at + 1, "determiners") or self.low(at + 1) in ("about", "around", "no"))

    def _is_participle(self, at: int) -> bool:
        """Whether a word like "recognised" is part of a phrase: "the internationally recognised X", "X, questioned"."""
        before = at - 1 - self.low(at - 1).endswith("ly")
        if self.is_small(before, "determiners"):
            return True
        opens = self.tokens[at - 1].text == "," and sum(token.text == "," for token in self.tokens[:at]) == 1
        return opens and self.low(at).endswith("ed") and not self.stance_of(self.low(at))

    def _main_clause(self, at: int) -> int:
        """Where the main clause begins: past "Having weighed the evidence," or "When the firing stopped,"."""
        if not (self.is_small(0, "subordinators", "prepositions") or self.low(0).endswith("ing")):
            return 0
        return next((p + 1 for p in range(1, min(at, 20)) if self.tokens[p].text == ","), 0)
