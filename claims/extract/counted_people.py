"""What a number counts: "58 Pakistani soldiers", "12 others", "three of them", "21 more of its servicemen"."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extract.people_nouns import PeopleNouns
from claims.extract.persons import Persons
from claims.extract.quantities import Count

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_WHOSE = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_MORE = frozenset({"more", "other", "others", "additional", "further", "extra"})
_THEM = frozenset({"them", "whom", "those", "us"})
_NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
_LINKS = frozenset({"were", "are", "was", "is", "it", "he", "she", "they", "said"})


@dataclass(slots=True)
class CountedPeople(PeopleNouns):
    """Reads the people of a number."""

    def counted(self, at: int, count: Count) -> Persons | None:
        """The people whom a number counts, from token `at` on; None where it counts things or a share."""
        if self._is_second_guess(at):
            return None
        quoted = count.last < len(self.tokens) and self.tokens[count.last].text == '"' and at > 0
        if count.wording.lower() in _NOBODY:
            return self._bare(at, count.last, count)
        start = self._past_more(count.last + (quoted and self.tokens[count.first - 1].text == '"'))
        if self._says_own(start):
            return Persons(at, start + 2, (start, start + 2), count, "noun", True, self.is_part(at))
        inner = self.counts.get(start)
        start = inner.last if inner is not None else start
        run = self.phrases.run(start, True)
        head = self.phrases.head(start, run) if run else None
        if head is not None:
            return self.noun(at, self._past_mark(start), head, count)
        if inner is not None:
            return None
        return self._without_noun(at, start, run, count)

    def _is_second_guess(self, at: int) -> bool:
        """Whether another guess at the number before stands here: "hundreds of people, perhaps thousands"."""
        at -= at > 0 and self.words.has("persons.perhaps", self.tokens[at - 1].low)
        return self.words.has("persons.perhaps", self.tokens[at].low) and at > 0 and not self.tokens[at - 1].is_word

    def is_share(self, at: int) -> bool:
        """Whether the number is what a share is taken of: "half of the 12"."""
        place = at - 1 - (at > 0 and self.tokens[at - 1].low in _ARTICLES | _WHOSE)
        return (
            place > 0
            and self.tokens[place].low == "of"
            and self.words.has("persons.fractions", self.tokens[place - 1].low)
        )

    def _without_noun(self, at: int, start: int, run: int, count: Count) -> Persons | None:
        """The people of a number that no known noun follows."""
        if self._is_sized(count.last - 1) and run:
            return Persons(at, run, (start, run), count, "noun", True, self.is_part(at))
        if count.wording.lower().endswith("couple") and not run:
            return Persons(at, count.last, (count.last - 1, count.last), None, "noun", False, self.is_part(at), 2)
        timed = self.words.has("persons.after_noun", self.tokens[start].low) if run else False
        if not run or timed or self.tokens[start].low in _MORE | _THEM or self.tokens[run - 1].low.endswith("ly"):
            return self._bare(at, start, count)
        return self._unlisted(at, start, run, count)

    def _unlisted(self, at: int, start: int, run: int, count: Count) -> Persons | None:
        """A plural that no list has: people of a group when it is a name ("two senior Tigers"), else left open."""
        end = run - (self.tokens[run - 1].text == '"' and run - 1 > start)
        noun = self.tokens[end - 1]
        if self.words.has("persons.fractions", noun.low) or self.words.has("things.units", noun.low):
            return None
        if noun.is_capital and (self.words.has("persons.units", noun.low) or (self._is_of(at) and end > start + 1)):
            return None  # "a soldier of 38 Rashtriya Rifles"
        named = noun.is_capital and end == start + 1 and not self.words.has("ground.never", noun.low)
        if not (named or noun.low.endswith("s")) or noun.low.endswith("ss"):
            return None
        if not noun.is_capital and self.phrases.is_thing(end - 1):
            return None
        kind = "noun" if noun.is_capital or self.tokens[start].text == '"' else "unknown"
        return Persons(at, run, (self._past_mark(start), end), count, kind, True, self.is_part(at))

    def _is_of(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].low == "of"

    def _bare(self, at: int, start: int, count: Count) -> Persons | None:
        """A count without a noun: "killed dozens", "12 others", "three of them"."""
        last = start + (start < len(self.tokens) and self.tokens[start].low in _MORE | _THEM)
        them = last > start and self.tokens[start].low in _THEM
        of = them and last < len(self.tokens) and self.tokens[last].low == "of"  # "131 of them of children"
        after = self._by_head(last + of) if them or self._of_whom(at) else None
        if after is not None:
            return Persons(at, after, (self._past_links(last + of), after), count, "noun", True, True)
        if them and self._only_fares(last, count):
            return None
        if (group := self._group_before(at)) is not None:
            return Persons(at, last, (group, count.last), count, "noun", True, self.is_part(group))
        noun = count.last + (count.last < last and self.tokens[count.last].text == '"')
        return Persons(at, last, (noun, last), count, "count", count.high != 1, self.is_part(at) or them)

    def _group_before(self, at: int) -> int | None:
        """Where the group begins whose size a number is: "a family of six"."""
        if at < 2 or self.tokens[at - 1].low != "of" or not self.words.has("persons.groups", self.tokens[at - 2].low):
            return None
        return at - 2

    def _only_fares(self, at: int, count: Count) -> bool:
        """Whether "three of them" is followed by how they fare only: "in a serious condition"."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        if count.high is None and count.low == 2:
            verb = self.words.outcome(self.tokens, count.first - 1) if count.first else None
            if verb is not None and verb[1][0].form in ("past", "ing"):
                return False  # "wounded a number of them"
            acts = self.words.has("function.be", low) or self.words.has("function.have", low)
            return not acts and (at >= len(self.tokens) or self.words.outcome(self.tokens, at) is None)
        return self.words.has("persons.faring", low)

    def _of_whom(self, at: int) -> bool:
        """Whether a number is a part of those just named: "of whom 127 were", "of the 62 killed, 41 were"."""
        before = [token.low for token in self.tokens[max(0, at - 10) : at]]
        if before[-2:] == ["of", "whom"]:
            return True
        return before[-1:] == [","] and before[:1] == ["of"] and len(before) == at

    def _past_links(self, at: int) -> int:
        """Past "were" and an article."""
        while at < len(self.tokens) and (self.tokens[at].low in _ARTICLES | _LINKS):
            at += 1
        return at

    def _by_head(self, at: int) -> int | None:
        """Where the noun for people ends that starts here, past "were"."""
        start = self._past_links(at)
        run = self.phrases.run(start, True)
        head = self.phrases.head(start, run) if run else None
        return self.joined(head[0]) if head is not None else None

    def _past_more(self, at: int) -> int:
        """Past "more", "of its", "of the", "out of the" after a number."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        after = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        if (low in _MORE - {"others"} or low == "out") and after == "of":
            return self._past_more(at + 1)
        if low == "of" and after:
            return at + 2 if after in _ARTICLES | _WHOSE and not self._says_own(at + 1) else at + 1
        if self.tokens[at - 1].low == "of":
            return at + (low in _ARTICLES | _WHOSE)
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

    def _is_sized(self, at: int) -> bool:
        """Whether a size is said by a word such as "12-strong", "five-member"."""
        _, mark, rest = self.tokens[at].low.rpartition("-")
        return bool(mark) and self.words.has("persons.sized", rest)
