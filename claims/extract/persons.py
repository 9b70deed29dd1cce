"""Phrases for people: "at least 58 Pakistani soldiers", "a senior leader", "civilians", a named person.

The nouns are those of the project's lexicon of people (`claims/data/people.yaml`). A phrase has a count, or an article
and a singular noun (one), or a bare plural (some, not counted).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.person_nouns import entry_of, person_at
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST_RUN = 12
_AGED = re.compile(r"\d{1,3}-(?:year|month|week|day)-olds?|\d[\d,]*-strong")
"""An adjective that begins with a number: "a 17-year-old son"."""
ATTRIBUTES = frozenset({"past", "participle", "state"})
"""The forms of a word for an outcome that can stand before a noun for people: "73 injured people"."""
_ONE = frozenset({"a", "an", "the", "his", "her", "their", "its", "my", "our", "another", "this", "that"})
_ELLIPTIC = frozenset({"others", "other", "more", "another", "them", "those", "whom"})


@dataclass(frozen=True, slots=True)
class Persons:
    """People in a sentence: their token range, their count if they have one, and the range of the words for them.

    `kind` is "noun", "count" (a number without a noun), "unknown" (a plural noun that is not in the lexicon), "name" or
    "pronoun". `subset` says that "including" or the like makes them a part of the people before.
    """

    first: int
    last: int
    noun: tuple[int, int]
    count: Count | None
    kind: str
    plural: bool
    subset: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether they have a count that says how many, as "many of them" does not."""
        return self.count is not None and (self.count.high is not None or self.count.low > 2)

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least and the greatest number; None where it is open."""
        if self.count is not None:
            return self.count.low, self.count.high
        return (2, None) if self.plural else (1, 1)


def find_persons(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Persons]:
    """The people of a sentence, from left to right, none inside another."""
    ends = frozenset(count.last - 1 for count in counts)
    reader = _Reader(sentence.tokens, {count.first: count for count in counts}, words, ends)
    found: list[Persons] = []
    at = 0
    while at < len(sentence.tokens):
        persons = reader.at(at)
        if persons is None:
            at += 1
            continue
        found.append(persons)
        at = max(persons.last, at + 1)
    return found


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    counts: dict[int, Count]
    words: Words
    counted: frozenset[int]
    """The last tokens of the counts."""

    def at(self, at: int) -> Persons | None:
        """The people who begin at a token."""
        count = self.counts.get(at)
        if count is not None:
            return self._counted(at, count)
        token = self.tokens[at]
        if token.low == "another" and not self._run(at + 1):
            return Persons(at, at + 1, (at, at + 1), None, "pronoun", False)
        start = at + 1 if token.low in _ONE else at
        if start > at and self.counts.get(start):
            return None
        run = self._run(start)
        if not run:
            return None
        head = self._head(start, run)
        if head is not None:
            return self._noun(at, start, head, None)
        return self._name(at, start, run)

    def _counted(self, at: int, count: Count) -> Persons | None:
        start = self._after_of(count.last)
        run = self._run(start)
        head = self._head(start, run) if run else None
        if head is not None:
            return self._noun(at, start, head, count)
        if not run or self.tokens[start].low in _ELLIPTIC:
            return self._bare(at, start, count)
        noun = self.tokens[run - 1].low
        if noun.endswith("s") and not noun.endswith("ss") and not self._is_thing(start, run):
            return Persons(at, run, (start, run), count, "unknown", True, self._is_part(at))
        return None

    def _bare(self, at: int, start: int, count: Count) -> Persons:
        """A count without a noun: "killed dozens", "12 others", "three of them"."""
        last = start + (start < len(self.tokens) and self.tokens[start].low in _ELLIPTIC)
        after = self.by_head(last) if last > start and self.tokens[start].low in ("them", "whom", "those") else None
        if after is not None:
            return Persons(at, after, (last, after), count, "noun", True, True)
        part = self._is_part(at) or self.tokens[last - 1].low in ("them", "those", "whom")
        return Persons(at, last, (count.last, last), count, "count", count.high != 1, part)

    def by_head(self, at: int) -> int | None:
        """Where the noun for people ends that starts here, past "were"."""
        at += at < len(self.tokens) and self.tokens[at].low in ("were", "are")
        run = self._run(at)
        head = self._head(at, run) if run else None
        return head[0] if head is not None else None

    def _noun(self, at: int, start: int, head: tuple[int, bool], count: Count | None) -> Persons | None:
        last, plural = head
        if count is None and not plural and self.tokens[at].low not in _ONE and not self._is_title(start, last):
            return None
        if count is None and not plural:
            while last < len(self.tokens) and self.tokens[last].is_capital and self.tokens[last].is_word:
                last += 1  # "Colonel X Y": the title and the name
        last = self._joined(last) if count is not None or plural else last
        last = self._of(last)
        return Persons(at, last, (start, last), count, "noun", plural, self._is_part(at))

    def _name(self, at: int, start: int, run: int) -> Persons | None:
        """A run of capitalised words that may be a person's name; the caller decides whether it is a person."""
        words = self.tokens[start:run]
        while (
            words
            and not words[0].is_capital
            and (start > at or words[0].low in ("former", "late", "ex"))
            and len(words) > 1
        ):
            words = words[1:]
        if not all(token.is_capital and token.text.replace("-", "").isalpha() for token in words):
            return None
        return Persons(at, run, (start, run), None, "name", False)

    def _after_of(self, at: int) -> int:
        """Past "of its", "of the" after a number."""
        if at + 1 < len(self.tokens) and self.tokens[at].low == "of":
            after = self.tokens[at + 1].low
            return at + 2 if after in _ONE or after in ("those", "these", "our") else at + 1
        return at

    def _run(self, start: int) -> int:
        """Where the words of a noun phrase that starts here end; 0 when there is none."""
        at = start
        while at < min(len(self.tokens), start + _LONGEST_RUN) and self._in_phrase(at, start):
            at += 1
        return at if at > start else 0

    def _in_phrase(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if token.text == '"':
            return at + 1 < len(self.tokens) and at - start < 4
        if token.low == "'s":
            return at > start
        if (
            not (token.is_word or _AGED.fullmatch(token.low))
            or self._is_small(token.low)
            or (at in self.counts and at > start)
        ):
            return False
        outcome = self.words.outcome(self.tokens, at)
        if outcome is None:
            return True
        if outcome[1][0].form in ATTRIBUTES and self._is_attribute(at, start):
            return True
        return at > start and outcome[1][0].form == "noun" and not self._is_small(token.low)

    def _is_attribute(self, at: int, start: int) -> bool:
        """Whether a participle stands before its noun after a number or an article: "73 injured people"."""
        opened = start > 0 and (start - 1 in self.counted or self.tokens[start - 1].low in ("a", "an", "his", "her"))
        if not opened or (at > start and not (at == start + 1 and self.tokens[start].low.endswith("ly"))):
            return False
        for place in (at + 1, at + 2):
            if place >= len(self.tokens) or self._is_small(self.tokens[place].low):
                return False
            if person_at(tuple(token.text for token in self.tokens[place : place + 3]))[0]:
                return True
        return False

    def _is_small(self, low: str) -> bool:
        has = self.words.has
        return any(
            has(f"function.{name}", low)
            for name in (
                "prepositions",
                "conjunctions",
                "determiners",
                "pronouns",
                "be",
                "have",
                "relatives",
                "verbs",
                "adverbs",
                "subordinators",
            )
        ) or (has("speech.verbs.says", low) and not low.endswith("s"))

    def _head(self, start: int, run: int) -> tuple[int, bool] | None:
        """Where the last noun for people in a run ends, and whether it is a plural."""
        best: tuple[int, bool] | None = None
        at = start
        while at < run:
            size, plural = person_at(tuple(t.text for t in self.tokens[at : at + 3]))
            if not size and self.words.has("things.people", self.tokens[at].low):
                size, plural = 1, self.tokens[at].low.endswith("s")
            if size and at + size <= run:
                best = (at + size, plural)
            at += max(size, 1)
        # "police station", "army posts": the noun for people is what the thing belongs to.
        return (
            best
            if best
            and (best[0] == run or self.tokens[best[0]].text in ('"', "'s") or self._ends_noun(best[0]))
            and not self._owns(best[0], run)
            else None
        )

    def _ends_noun(self, at: int) -> bool:
        """Whether a word after a noun for people is a name or a participle: "contractors working for"."""
        token = self.tokens[at]
        return token.is_capital or token.low.endswith(("ing", "ed")) or token.low in ("held", "loyal", "aboard")

    def _owns(self, at: int, run: int) -> bool:
        return at < run and self.tokens[at].low == "'s"

    def _joined(self, last: int) -> int:
        """Past "and children" in "12 women and children", "and other fighters" in "200 Taliban and other fighters"."""
        for _ in range(3):
            at = last + (last < len(self.tokens) and self.tokens[last].text == '"')
            if at + 1 >= len(self.tokens) or self.tokens[at].low not in ("and", "or") or at + 1 in self.counts:
                return last
            start = at + 1 + (self.tokens[at + 1].low in ("other", "their"))
            run = self._run(start)
            head = self._head(start, run) if run else None
            if head is None or not head[1] or self._acts(head[0]):
                return last
            last = head[0]
        return last

    def _acts(self, at: int) -> bool:
        """Whether a verb follows: then the phrase after "and" is the subject of a clause of its own."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        return self.words.has("speech.verbs.says", low)

    def _of(self, last: int) -> int:
        """Past "of the group" and "from Waziristan" after a general noun."""
        if last < len(self.tokens) and self.tokens[last].low in ("of", "from", "with", "belonging"):
            start = (
                last
                + 1
                + (
                    last + 1 < len(self.tokens)
                    and self.tokens[last + 1].low in ("the", "a", "an", "his", "her", "its", "to", "their")
                )
            )
            run = self._run(start)
            if run and run < len(self.tokens) and self.tokens[run].text == "(":
                close = next(
                    (p for p in range(run, min(run + 6, len(self.tokens))) if self.tokens[p].text == ")"), run - 1
                )
                run = self._run(close + 1) or close + 1
            return run or last
        return last

    def _is_part(self, at: int) -> bool:
        before = [token.low for token in self.tokens[max(0, at - 3) : at]]
        if before[-2:] in (["of", "them"], ["of", "whom"]):
            return True
        return bool({"including", "among", "include", "included"} & set(before[-2:])) or before[-2:] == ["such", "as"]

    def _is_title(self, start: int, last: int) -> bool:
        """Whether a noun without an article is the title of a name: "Colonel X"."""
        return last < len(self.tokens) and self.tokens[last].is_capital and self.tokens[last - 1].is_capital

    def _is_thing(self, start: int, run: int) -> bool:
        if self.words.has("things.not_people", self.tokens[run - 1].low):
            return True
        hit = entry_of((self.tokens[run - 1].text,))
        return hit is not None and hit[0] == "thing"
