"""A noun for people with what belongs to it: those joined to it, whose they are, a title's name, an age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.extract.ages import past_age
from claims.extract.noun_phrases import NounPhrases
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.tokens import Token
from claims.extract.words import Words

_ONE = frozenset({"a", "an", "the", "this", "that", "another", "his", "her", "their", "its", "my", "our", "your"})
_PARTS = frozenset({"including", "among", "include", "included", "amongst"})


@dataclass(slots=True)
class PeopleNouns:
    """Reads what stands round a noun for people."""

    tokens: Sequence[Token]
    counts: Mapping[int, Count]
    words: Words
    phrases: NounPhrases

    def noun(self, at: int, start: int, head: tuple[int, bool], count: Count | None) -> Persons | None:
        """The people of a phrase whose noun ends at `head`; None for a singular that neither article nor name has."""
        last, plural = head
        if count is None and plural and self.words.has("persons.only_counted", self.tokens[last - 1].low):
            return None
        plural = plural and not (count is None and self.tokens[at].low in ("a", "an", "another"))
        if count is not None or plural:
            last = self._of(self.joined(self._past_corps(last)))
            return Persons(at, last, (start, last), count, "noun", plural, self.is_part(at))
        if self.tokens[at].low not in _ONE and not self._is_title(last):
            return None
        if self.words.has("persons.groups", self.tokens[last - 1].low):
            return self._group(at, start, last)
        last = self.past_name(last)  # "Colonel X Y": the title and the name
        last = self._past_apposed(last)
        mate = self._mate(last)
        last = self._of(mate or last)
        last = last if mate else self._past_apposed(last)
        return Persons(
            at, past_age(self.tokens, last), (start, last), None, "noun", False, self.is_part(at), 2 if mate else 1
        )

    def past_name(self, at: int) -> int:
        """Past the words of a name, with the small ones inside it: "Maria de Souza"."""
        while at < len(self.tokens) and self.tokens[at].is_word:
            inside = self.words.has("persons.particles", self.tokens[at].low) and at + 1 < len(self.tokens)
            if not self.tokens[at].is_capital and not (inside and self.tokens[at + 1].is_capital):
                break
            at += 1
        return at

    def _past_apposed(self, at: int) -> int:
        """Past the name of the person just described: "a constable, Ramesh Kumar,"; nothing before a verb or an age."""
        if at >= len(self.tokens) or self.tokens[at].text != ",":
            return at
        end = self.past_name(at + 1)
        stops = end < len(self.tokens) and self.tokens[end].text in (",", ".", ")", ";")
        return end if end >= at + 3 and stops else at

    def _past_corps(self, at: int) -> int:
        """Past the name of a corps after a service: "Navy SEALs", "Army Rangers"."""
        after = self.tokens[at] if at < len(self.tokens) else None
        corps = after is not None and after.is_capital and after.low.endswith("s") and self.tokens[at - 1].is_capital
        return at + corps

    def _group(self, at: int, start: int, last: int) -> Persons:
        """A group of people, with its size where that follows: "a family of six", "a platoon of 30 soldiers"."""
        count = self.counts.get(last + 1) if last < len(self.tokens) and self.tokens[last].low == "of" else None
        end = count.last if count is not None else last
        run = self.phrases.run(end, True) if count is not None else 0
        head = self.phrases.head(end, run) if run else None
        end = head[0] if head is not None else end
        return Persons(at, end, (start, end), count, "noun", True, self.is_part(at))

    def joined(self, last: int) -> int:
        """Past "and children" in "12 women and children", "and other fighters" in "200 Taliban and other fighters"."""
        last = self._past_listed(last)
        for _ in range(3):
            at = last + (last < len(self.tokens) and self.tokens[last].text == '"')
            if at + 1 >= len(self.tokens) or self.tokens[at].low not in ("and", "or") or at + 1 in self.counts:
                return last
            start = at + 1 + (self.tokens[at + 1].low in ("other", "their"))
            run = self.phrases.run(start)
            head = self.phrases.head(start, run) if run else None
            if head is None or not head[1] or self._acts(head[0]):
                return last
            last = head[0]
        return last

    def _past_listed(self, last: int) -> int:
        """Past ", women" in "69 men, women and children": one number for all of them."""
        end = last
        for _ in range(3):
            if end + 1 >= len(self.tokens) or self.tokens[end].text != ",":
                break
            run = self.phrases.run(end + 1)
            head = self.phrases.head(end + 1, run) if run else None
            if head is None or not head[1] or head[0] != run or run - end > 3:
                break
            end = run
        joined = end < len(self.tokens) and self.tokens[end].low == "and" and end + 1 not in self.counts
        run = self.phrases.run(end + 1) if joined else 0
        head = self.phrases.head(end + 1, run) if run else None
        return end if head is not None and head[1] and not self._acts(head[0]) else last

    def is_part(self, at: int) -> bool:
        """Whether the words before say that these are a part of the people before: "including"."""
        before = [token.low for token in self.tokens[max(0, at - 3) : at]]
        if before[-2:] in (["of", "them"], ["of", "whom"], ["such", "as"]):
            return True
        return bool(_PARTS & set(before[-2:]))

    def _mate(self, last: int) -> int:
        """Past "and co-pilot" in "the pilot and co-pilot", who are two; 0 for none."""
        if last + 1 >= len(self.tokens) or self.tokens[last].low != "and" or not self.tokens[last + 1].low.isascii():
            return 0
        run = self.phrases.run(last + 1)
        head = self.phrases.head(last + 1, run) if run else None
        if head is None or head[1] or head[0] != run or self.tokens[last + 1].is_capital:
            return 0
        return run

    def _acts(self, at: int) -> bool:
        """Whether a verb follows: then the phrase after "and" is the subject of a clause of its own."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        return self.words.has("speech.verbs.says", low)

    def one_of_a_people(self, at: int) -> bool:
        """Whether a name of a people alone stands for one person: "three Malawians and a Uruguayan"."""
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        alone = after is None or not after.is_word or after.low in ("and", "was", "were", "who")
        return token.is_capital and alone and token.low.endswith(("ian", "ean", "yan", "can", "ese", "man", "pino"))

    def _of(self, last: int) -> int:
        """Past "of the group", "of one family" and "from Waziristan" after a general noun."""
        if last >= len(self.tokens) or self.tokens[last].low not in ("of", "from", "with", "belonging"):
            return last
        after = self.tokens[last + 1].low if last + 1 < len(self.tokens) else ""
        if self.tokens[last].low == "from" and after in ("their", "his", "her", "its"):
            return last  # "driven 50,000 people from their homes"
        start = (
            last + 1 + (after in ("the", "a", "an", "his", "her", "its", "to", "their", "one", "my", "our", "those"))
        )
        run = self.phrases.run(start)
        if run and run < len(self.tokens) and self.tokens[run].text == "(":
            close = next((p for p in range(run, min(run + 6, len(self.tokens))) if self.tokens[p].text == ")"), run - 1)
            run = self.phrases.run(close + 1) or close + 1
        return run or last

    def _is_title(self, last: int) -> bool:
        """Whether a noun without an article is the title of a name: "Colonel X", "former minister X"."""
        if last >= len(self.tokens) or not self.tokens[last].is_capital or not self.tokens[last].is_word:
            return False
        return self.tokens[last - 1].is_capital or not self.words.has("ground.never", self.tokens[last].low)
