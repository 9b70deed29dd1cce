"""Finds the people of a sentence: numbers with what they count, nouns for people, and runs that may be names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.extract.noun_phrases import NounPhrases
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_WHOSE = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_ONE = _ARTICLES - {"these", "those"} | _WHOSE | {"another"}
_MORE = frozenset({"more", "other", "others", "additional", "further", "extra"})
_THEM = frozenset({"them", "whom", "those", "us"})
_OWN = frozenset({"own", "theirs", "ours", "his", "hers"})
_PARTS = frozenset({"including", "among", "include", "included", "amongst"})
_LINKS = frozenset({"were", "are", "was", "is", "it", "he", "she", "they", "said"})
_OLDEST = 110


def find_persons(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Persons]:
    """The people of a sentence, from left to right, none inside another."""
    starts = {count.first: count for count in counts}
    reader = _Reader(sentence.tokens, starts, words, NounPhrases(sentence.tokens, starts, words))
    at = 0
    while at < len(sentence.tokens):
        persons = reader.at(at)
        if persons is not None:
            reader.found.append(persons)
        at = max(persons.last if persons is not None else 0, at + 1)
    return _with_breakdowns(sentence.tokens, reader.found)


@dataclass(slots=True)
class _Reader:
    tokens: list[Token]
    counts: dict[int, Count]
    words: Words
    phrases: NounPhrases
    found: list[Persons] = field(default_factory=list)

    def at(self, at: int) -> Persons | None:
        """The people who begin at a token."""
        count = self.counts.get(at)
        if count is not None:
            return None if self._is_age(count) or self._is_share(at) else self._counted(at, count)
        low = self.tokens[at].low
        if low == "another" and not self.phrases.run(at + 1):
            return Persons(at, at + 1, (at, at + 1), None, "pronoun", False)
        if low in ("him", "himself", "her") and not (low == "her" and self.phrases.run(at + 1)):
            return Persons(at, at + 1, (at, at + 1), None, "pronoun", False)
        start = at + 1 if low in _ONE else at
        if start > at and self.counts.get(start):
            return None
        run = self.phrases.run(start, start > at)
        if not run:
            return None
        head = self.phrases.head(start, run)
        return self._noun(at, start, head, None) if head is not None else self._name(at, start, run)

    def _is_age(self, count: Count) -> bool:
        """Whether a number between commas is the age of the one person before it: "the driver, 51, was killed"."""
        if (
            count.first < 2
            or self.tokens[count.first - 1].text != ","
            or count.low != count.high
            or count.low >= _OLDEST
        ):
            return False
        one = next((p for p in reversed(self.found) if p.last == count.first - 1), None)
        after = self.tokens[count.last].text if count.last < len(self.tokens) else "."
        return one is not None and not one.plural and one.count is None and after in (",", ".", ";", ")", "\u2014", '"')

    def _is_share(self, at: int) -> bool:
        """Whether the number is what a share is taken of: "half of the 12"."""
        place = at - 1 - (at > 0 and self.tokens[at - 1].low in _ARTICLES | _WHOSE)
        return (
            place > 0
            and self.tokens[place].low == "of"
            and self.words.has("persons.fractions", self.tokens[place - 1].low)
        )

    def _counted(self, at: int, count: Count) -> Persons | None:
        start = self._past_more(count.last)
        if self._says_own(start):
            return Persons(at, start + 2, (start, start + 2), count, "noun", True, self._is_part(at))
        inner = self.counts.get(start)
        start = inner.last if inner is not None else start
        run = self.phrases.run(start, True)
        head = self.phrases.head(start, run) if run else None
        if inner is not None and head is None:
            return None
        if count.wording.lower().endswith("couple") and not run:
            return Persons(at, count.last, (count.last - 1, count.last), None, "noun", False, self._is_part(at), 2)
        if head is not None:
            return self._noun(at, self._past_mark(start), head, count)
        sized = self._sized(count.last - 1)
        if sized is not None and run:
            return Persons(at, run, (start, run), count, "noun", True, self._is_part(at))
        if not run or self.tokens[start].low in _MORE | _THEM:
            return self._bare(at, start, count)
        return self._unlisted(at, start, run, count)

    def _unlisted(self, at: int, start: int, run: int, count: Count) -> Persons | None:
        """A plural that no list has: people of a group when it is a name ("two senior Tigers"), else left open."""
        end = run - (self.tokens[run - 1].text == '"' and run - 1 > start)
        noun = self.tokens[end - 1]
        if self.words.has("persons.fractions", noun.low) or self.words.has("things.units", noun.low):
            return None
        if not noun.low.endswith("s") or noun.low.endswith("ss") or self.phrases.is_thing(end - 1):
            return None
        kind = "noun" if noun.is_capital or self.tokens[start].text == '"' else "unknown"
        return Persons(at, run, (self._past_mark(start), end), count, kind, True, self._is_part(at))

    def _bare(self, at: int, start: int, count: Count) -> Persons | None:
        """A count without a noun: "killed dozens", "12 others", "three of them"."""
        last = start + (start < len(self.tokens) and self.tokens[start].low in _MORE | _THEM)
        them = last > start and self.tokens[start].low in _THEM
        after = self.by_head(last) if them or self._of_whom(at) else None
        if after is not None:
            return Persons(at, after, (self._noun_after(last), after), count, "noun", True, True)
        if them and self._only_fares(last, count):
            return None
        return Persons(at, last, (count.last, last), count, "count", count.high != 1, self._is_part(at) or them)

    def _only_fares(self, at: int, count: Count) -> bool:
        """Whether "three of them" is followed by how they fare only: "in a serious condition"."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        if count.high is None and count.low == 2:
            acts = self.words.has("function.be", low) or self.words.has("function.have", low)
            return not acts and (at >= len(self.tokens) or self.words.outcome(self.tokens, at) is None)
        return self.words.has("persons.faring", low)

    def _of_whom(self, at: int) -> bool:
        return [token.low for token in self.tokens[max(0, at - 2) : at]] == ["of", "whom"]

    def _noun_after(self, at: int) -> int:
        """Past "were" and an article."""
        while at < len(self.tokens) and self.tokens[at].low in (
            "were",
            "are",
            "was",
            "is",
            "it",
            "said",
            "a",
            "an",
            "the",
        ):
            at += 1
        return at

    def by_head(self, at: int) -> int | None:
        """Where the noun for people ends that starts here, past "were"."""
        start = self._noun_after(at)
        run = self.phrases.run(start, True)
        head = self.phrases.head(start, run) if run else None
        return self._joined(head[0]) if head is not None else None

    def _noun(self, at: int, start: int, head: tuple[int, bool], count: Count | None) -> Persons | None:
        last, plural = head
        plural = plural and not (count is None and self.tokens[at].low in ("a", "an", "another"))
        if count is None and not plural and self.tokens[at].low not in _ONE and not self._is_title(last):
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

    def _past_more(self, at: int) -> int:
        """Past "more", "of its", "of the" after a number."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        after = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if low in _MORE and after == "of":
            return self._past_more(at + 1)
        if low == "of" and after:
            return at + 2 if after in _ARTICLES | _WHOSE and not self._says_own(at + 1) else at + 1
        return at + (low in _WHOSE and self.tokens[at - 1].low == "both" and self._is_plural(at + 1))

    def _is_plural(self, at: int) -> bool:
        """Whether the noun phrase here is for several people: "both his sons"."""
        run = self.phrases.run(at)
        head = self.phrases.head(at, run) if run else None
        return head is not None and head[1] and not self.tokens[head[0] - 1].is_capital

    def _past_mark(self, at: int) -> int:
        return at + (self.tokens[at].text == '"')

    def _says_own(self, at: int) -> bool:
        """Whether "its own" stands here, with no noun after it."""
        lows = [token.low for token in self.tokens[at : at + 2]]
        return len(lows) == 2 and lows[0] in _WHOSE and lows[1] == "own" and not self.phrases.run(at + 2)

    def _sized(self, at: int) -> str | None:
        """What follows the hyphen of "12-strong", "five-member"."""
        _, mark, rest = self.tokens[at].low.rpartition("-")
        return rest if mark and self.words.has("persons.sized", rest) else None

    def _joined(self, last: int) -> int:
        """Past "and children" in "12 women and children", "and other fighters" in "200 Taliban and other fighters"."""
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

    def _acts(self, at: int) -> bool:
        """Whether a verb follows: then the phrase after "and" is the subject of a clause of its own."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        return self.words.has("speech.verbs.says", low)

    def _of(self, last: int) -> int:
        """Past "of the group" and "from Waziristan" after a general noun."""
        if last >= len(self.tokens) or self.tokens[last].low not in ("of", "from", "with", "belonging"):
            return last
        after = self.tokens[last + 1].low if last + 1 < len(self.tokens) else ""
        start = last + 1 + (after in ("the", "a", "an", "his", "her", "its", "to", "their"))
        run = self.phrases.run(start)
        if run and run < len(self.tokens) and self.tokens[run].text == "(":
            close = next((p for p in range(run, min(run + 6, len(self.tokens))) if self.tokens[p].text == ")"), run - 1)
            run = self.phrases.run(close + 1) or close + 1
        return run or last

    def _is_part(self, at: int) -> bool:
        before = [token.low for token in self.tokens[max(0, at - 3) : at]]
        if before[-2:] in (["of", "them"], ["of", "whom"], ["such", "as"]):
            return True
        return bool(_PARTS & set(before[-2:]))

    def _is_title(self, last: int) -> bool:
        """Whether a noun without an article is the title of a name: "Colonel X", "former minister X"."""
        if last >= len(self.tokens) or not self.tokens[last].is_capital or not self.tokens[last].is_word:
            return False
        return self.tokens[last - 1].is_capital or not self.words.has("ground.never", self.tokens[last].low)


def _with_breakdowns(tokens: Sequence[Token], found: list[Persons]) -> list[Persons]:
    """People who are counted apart after their total are parts of it: "nine people: four women and five men"."""
    kept = list(found)
    for at, whole in enumerate(kept):
        if whole.count is None or whole.subset or whole.count.low != whole.count.high:
            continue
        chain = _chain(tokens, kept, at)
        if len(chain) > 1 and sum(kept[place].bounds[0] for place in chain) == whole.count.low:
            for place in chain:
                kept[place] = replace(kept[place], subset=True)
    return kept


def _chain(tokens: Sequence[Token], found: Sequence[Persons], at: int) -> list[int]:
    """The places of the counted people joined to one another after a total."""
    chain: list[int] = []
    for place in range(at + 1, min(at + 8, len(found))):
        between = [token.text.lower() for token in tokens[found[place - 1].last : found[place].first]]
        joined = bool(between) and set(between) <= {",", "and", "as", "well", ":", "\u2014", "-", "\u2013", "(", ";"}
        opened = not chain and bool({":", "\u2014", "(", "\u2013", "-"} & set(between)) and len(between) < 12
        if not (joined or opened) or (found[place].count is None and not found[place].is_single):
            break
        chain.append(place)
    return chain
