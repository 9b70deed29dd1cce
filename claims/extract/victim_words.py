"""The words that the text itself has for the people of a loss: a noun phrase, a word of loss, whose toll it is."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.place_names import is_demonym
from claims.extract.quantities import Count
from claims.extract.told_of import is_taken_prisoner, left_behind, losers, numbering, said_to_be, with_name_before
from claims.extract.words import Form, Words

STAND_FOR = frozenset({"them", "whom", "these", "those", "more", "another", "him", "her", "us"})
"""Words in the place of a noun that was said before."""
_BETWEEN = ("determiners", "conjunctions", "pronouns", "be", "have", "relatives", "verbs", "adverbs", "prepositions")
"""Lists of small words that do not stand between a number and the noun it counts."""
_NAMING = frozenset({"state", "noun", "remains"})
"""Forms of a word for a loss that name those who were counted: "six dead", "53 bodies"."""
STATES = frozenset({"participle", "state"})
"""Rules of words that say what became of people, not who they were: "six dead", "40 wounded"."""
_NOBODY = frozenset({"nobody"})


class VictimWords:
    """Reads the words of one document for the people of a loss."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document, self.words = document, words

    def _told_of(self, analysis: Analysis, loss: Loss) -> Field | None:
        """The people that other words of the clause say a number counts."""
        named = loss.persons is not None and loss.persons.kind == "noun" and not loss.persons.subset
        who = None if named else said_to_be(analysis, loss, self.words)
        who = who or left_behind(analysis, loss) or numbering(analysis, loss) or losers(analysis, loss)
        return self._worded(analysis, *who.noun, "told of") if who is not None else None

    def _own(self, analysis: Analysis, loss: Loss) -> Field | None:
        """The noun phrase of the people, or the word of the loss that names them."""
        if loss.rule == "of the dead" and loss.count is not None:
            return self._worded(analysis, loss.count.last + 1, loss.last, "of the dead")
        tokens, persons = analysis.sentence.tokens, loss.persons or self._people_of(analysis, loss.count)
        if persons is not None and persons.noun[0] < persons.noun[1]:
            first, last = persons.noun
            if tokens[first].low in ("the", "those") and last == first + 1:
                return self._worded(analysis, first, last + 1, "noun of loss")
            if tokens[first].low == "of" and persons.kind == "count":
                ends = last < len(tokens) and tokens[last - 1].low in ("the", "those")
                hit = self.words.outcome(tokens, last) if ends else None
                if hit is None or not self._names_people(tokens[last].low, hit[1]):
                    return None
                return self._worded(analysis, last - 1, last + 1, "noun of loss")
            if is_taken_prisoner(analysis, persons, self.words):
                return None
            if tokens[first].low not in STAND_FOR:
                return self._worded(analysis, *with_name_before(analysis, persons), "noun phrase")
            if last - first > 1:
                return self._worded(analysis, first + 1, last, "noun phrase")
            named = self._named_after(analysis, loss.count) if loss.count is not None else None
            return named if named is not None and named.rule == "counted noun" else None
        named = self._named_after(analysis, loss.count) if loss.count is not None else None
        says_nobody = named is None or named.rule in STATES
        whose = self._of_toll(analysis, loss) if says_nobody and loss.rule in ("toll", "number of") else None
        return whose or named

    def _people_of(self, analysis: Analysis, count: Count | None) -> Persons | None:
        """The people of a number that a toll or a label gives: "the dead: three men"."""
        return next((one for one in analysis.persons if count is not None and one.count == count), None)

    def _named_after(self, analysis: Analysis, count: Count) -> Field | None:
        """The word of loss right after the number: "six dead", "53 bodies", "nobody" itself."""
        tokens = analysis.sentence.tokens
        if count.is_none and count.last == count.first + 1 and count.wording.lower() in _NOBODY:
            return self._worded(analysis, count.first, count.last, "nobody")
        for at in range(count.last, min(count.last + 4, len(tokens))):
            hit = self.words.outcome(tokens, at)
            if hit is not None and self._names_people(tokens[at].low, hit[1]):
                first = self._past_small(analysis, count.last, at)
                rule = "participle" if any(form.form == "past" for form in hit[1]) else "counted noun"
                if first == at and self.words.has("persons.states_alone", tokens[at].low):
                    if hit[0] > 1 or self._counts_remains(analysis, at + 1):
                        continue
                    return Field("", rule="state")
                return self._worded(analysis, first, at + hit[0], rule)
            if tokens[at].text != '"' and not (tokens[at].is_word and self._plain(tokens[at].low)):
                return None
        return None

    def _counts_remains(self, analysis: Analysis, at: int) -> bool:
        """Whether a noun for the dead follows: "five dead bodies"."""
        tokens = analysis.sentence.tokens
        return at < len(tokens) and self.words.has("outcomes.remains", tokens[at].low)

    def _names_people(self, low: str, forms: Sequence[Form]) -> bool:
        if self.words.has("persons.no_names", low):
            return False
        return any(form.form in _NAMING and form.measure != "captured" for form in forms)

    def _plain(self, low: str) -> bool:
        """Whether a word may stand between a number and the noun it counts."""
        return low == "of" or low not in self.words.any_of(_BETWEEN)

    def _past_small(self, analysis: Analysis, at: int, end: int) -> int:
        """Past marks and small words between a number and the noun it counts."""
        tokens = analysis.sentence.tokens
        for place in range(end - 1, at - 1, -1):
            low = tokens[place].low
            if not tokens[place].is_word or low.endswith("ly") or low in ("more", "others"):
                return place + 1
            if self.words.has("function.prepositions", low):
                return place + 1
            if self.words.has("function.determiners", low) or self.words.has("function.be", low):
                return place + 1
        return at

    def _of_toll(self, analysis: Analysis, loss: Loss) -> Field | None:
        """Whose toll: "the toll of security personnel", "its civilian toll", "the insurgent losses"."""
        tokens = analysis.sentence.tokens
        after = next(
            (p for p in analysis.persons if p.count is None and p.kind == "noun" and p.first in (loss.last + 1,)), None
        )
        if after is not None and tokens[loss.last].low in ("of", "among", "for"):
            return self._worded(analysis, *after.noun, "whose toll")
        for at in range(loss.first, loss.last):
            if self.words.has("persons.named_by_loss", tokens[at].low) and tokens[loss.last - 1].low != "toll":
                of = next(
                    (p + 1 for p in range(loss.first, at) if tokens[p].low == "of"), self._start(analysis, loss.first)
                )
                if of == at and self.words.has("persons.states_alone", tokens[at].low):
                    break
                return self._worded(analysis, of, at + 1, "noun of loss")
        first = self._start(analysis, loss.first)
        return self._worded(analysis, first, loss.last, "whose toll") if first < loss.first else None

    def _start(self, analysis: Analysis, at: int) -> int:
        """Where the words begin that say whose toll or deaths stand at a token; the token itself where none do."""
        first = at
        while first > 0 and self._describes(analysis, first - 1):
            first -= 1
        return at if self._is_bare(analysis, first, at) else first

    def _describes(self, analysis: Analysis, at: int) -> bool:
        """Whether a word belongs to the noun phrase of a toll: neither a small word nor a verb."""
        token = analysis.sentence.tokens[at]
        small = ("prepositions", "conjunctions", "pronouns", "be", "have", "relatives", "verbs", "adverbs")
        return (
            (token.is_word or token.low == "'s")
            and not any(self.words.has(f"function.{name}", token.low) for name in small)
            and not any(self.words.has(f"speech.verbs.{name}", token.low) for name in ("says", "claims", "admits"))
            and not self.words.has("function.subordinators", token.low)
            and (not self.words.has("function.determiners", token.low) or token.low in ("its", "their", "our", "his"))
        )

    def _is_bare(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether the words before a toll say nothing of who died: "the overall death toll"."""
        return not any(
            self.words.has("persons.whose", token.low)
            or (token.is_capital and token.start > analysis.sentence.start)
            or is_demonym(token.text)
            for token in analysis.sentence.tokens[first:last]
        )

    def _worded(self, analysis: Analysis, first: int, last: int, rule: str) -> Field:
        start, end = analysis.offsets(first, last)
        return Field(self.document.raw[start:end], "explicit", rule, start, end)

    def _again(self, before: Field) -> Field:
        return Field(before.value, "coreference", "the people before", before.start, before.end)
