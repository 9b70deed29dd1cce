"""The people beside a verb or a noun: its object, its subject, and those joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extract.noun_phrases import ATTRIBUTES
from claims.extract.persons import Persons
from claims.extract.place_names import known
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

REACH = 32
"""Tokens between a verb and its subject at most."""


_JOINED_VERB = 8
"""Tokens of a passive that is joined to another at most: "were pulled off a bus and shot dead"."""
_DASHES = frozenset({"\u2014", "\u2013", "--"})
_WHOSE = frozenset({"their", "its"})
"""What opens "and their allies", who are counted with the people before them."""
_BEFORE_RELATIVE = frozenset({",", '"', ")", "of", "all", "both", "most", "many", "some"})


class Subjects:
    """Finds people in one sentence; `used` holds those who are already the object of a verb."""

    def __init__(self, sentence: Sentence, persons: list[Persons], counts: list[Count], words: Words) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.persons, self.counts, self.words = persons, counts, words
        self.by_first = {p.first: p for p in persons}
        self.by_noun = {p.noun[0]: p for p in persons}
        self.used: set[int] = set()
        self.verb_end = 0
        self.counted: set[int] = set()
        self.attributes = self._attributes()

    def _object(self, at: int) -> Persons | None:
        """The people right after a verb, past adverbs."""
        for place in range(at, min(at + 3, len(self.tokens))):
            if place in self.by_first:
                return self.by_first[place]
            low = self.tokens[place].low
            if not (
                low.endswith("ly")
                or self.words.has("function.adverbs", low)
                or low in ('"', "all", "the", "both", "what", "its")
            ):
                return None
        return None

    def _coordinated(self, persons: Persons, is_subject: bool = False) -> Iterator[Persons]:
        """The people joined to these: ", three soldiers and a woman", as far as no verb stands between.

        `is_subject` says that the verb after the last of them is that of the whole phrase ("the bodies of ... were").
        """
        current, part = persons, persons.subset
        for _ in range(12):
            at = self._past_year(current.last)
            while at < len(self.tokens) and self.tokens[at].text in (",", '"', "("):
                at += 1
            at = self._past_join(at)
            after = self.by_first.get(at)
            named = after is not None and after.kind == "name" and persons.kind != "name"
            whose = after is not None and not after.count and after.plural and self.tokens[after.first].low in _WHOSE
            if after is None or at == current.last or named or whose or (self._has_own_verb(after) and not is_subject):
                return
            part = part or after.subset
            current = replace(after, subset=part)
            if not part or current.count is not None:
                yield current

    def _past_year(self, at: int) -> int:
        """Past "in 2009"."""
        if at + 1 < len(self.tokens) and self.tokens[at].low == "in" and self.tokens[at + 1].text.isdigit():
            return at + 2
        return at

    def _past_join(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].low in (
            "and",
            "or",
            "including",
            "plus",
            "also",
            "as",
            "well",
            "among",
            "them",
            "with",
        ):
            at += 1
        return at

    def _has_own_verb(self, persons: Persons) -> bool:
        """Whether what follows the people is a verb of their own: "killed six and 12 were wounded"."""
        for at in range(persons.last, min(persons.last + 3, len(self.tokens))):
            low = self.tokens[at].low
            hit = self.words.outcome(self.tokens, at)
            if (
                self.words.has("function.be", low)
                or self.words.has("function.have", low)
                or self.words.has("function.verbs", low)
            ):
                return True
            if hit is not None and hit[1][0].form in ("past", "state", "suffers"):
                return True
            if not (self.words.has("function.adverbs", low) or low in ("others", "more", "people")):
                return self._speaks(persons)
        return False

    def _speaks(self, persons: Persons) -> bool:
        """Whether a verb of saying ends what follows people up to the next comma: "two medics at the hospital said"."""
        for at in range(persons.last, min(persons.last + 12, len(self.tokens))):
            low = self.tokens[at].low
            if self.words.has("speech.verbs.says", low) or self.words.has("speech.verbs.claims", low):
                return at + 1 >= len(self.tokens) or not self.words.has("function.prepositions", low)
            if low in (",", ";", "and", '"', "who", "that"):
                return False
        return False

    def _adjacent(self, at: int) -> Persons | None:
        """People who end right before a participle, past "who", "others", commas and adverbs."""
        place = at
        for _ in range(3):
            found = next((p for p in reversed(self.persons) if p.last == place), None)
            if found is not None:
                return found if found.first not in self.used or found.count else None
            low = self.tokens[place - 1].low if place else ""
            if not (
                low.endswith("ly")
                or low in ("(", '"', "also", "reported", "confirmed", "others", "more", "either", "people", "as")
            ):
                return None
            place -= 1
        return None

    def _past_aside(self, at: int) -> Persons | None:
        """Counted people before a remark between commas: "46 people, including 15 soldiers, wounded"."""
        if not at or self.tokens[at - 1].text not in (",", ")"):
            return None
        for place in range(at - 2, max(0, at - 12), -1):
            token = self.tokens[place]
            if (
                self.words.has("function.be", token.low)
                or self.words.has("function.have", token.low)
                or token.text == ";"
            ):
                return None
            if token.text in (",", "("):
                near = next((p for p in self.persons if p.last == place and p.count is not None), None)
                return near if near is not None and near.first not in self.used else None
        near = next((p for p in self.persons if p.last == at - 1 and p.count is not None), None)
        return near if near is not None and near.first not in self.used else None

    def _be_before(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle, past adverbs, "reported", and "ambushed and"."""
        if at > 2 and self.tokens[at - 1].low in ("and", "then"):
            return self._be_before_joined(at - 1)
        for place in range(at - 1, max(-1, at - 7), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if not (self.words.has("function.hedged", low) or low.endswith("ly") or low in ("and", "or", '"')):
                return False
        return False

    def _be_before_joined(self, at: int) -> bool:
        """Whether a passive stands before "and": "were lined up and shot dead"."""
        for place in range(at - 1, max(0, at - _JOINED_VERB), -1):
            token = self.tokens[place]
            if self.words.has("function.be", token.low):
                after = self.tokens[place + 1].low
                return place + 1 < at and (
                    after.endswith(("ed", "en", "wn")) or self.words.has("function.verbs", after)
                )
            if not token.is_word or token.low in ("who", "that", "which", "and") or place in self.by_first:
                return False
        return False

    def _subject(self, at: int) -> list[Persons]:
        """The people before a verb to whom it happened, with those joined to them."""
        least = max(0, at - REACH, self._clause_start(at))
        another = self._another(at)
        if another is not None:
            return [another]
        inside = [p for p in self.persons if least <= p.first and p.last <= at and p.kind != "pronoun"]
        inside = [p for p in inside if p.first >= self.verb_end] or inside
        if not inside:
            return self._antecedent(least)
        nearest = inside[-1]
        aside = self.tokens[at - 1].text == ","
        if not aside and nearest.kind == "count" and nearest.subset and at - nearest.last <= 2:
            return [nearest]
        good = [p for p in inside if not p.subset and not self._in_phrase_of_place(p) and p.first not in self.used]
        subject = next((p for p in reversed(good) if p.count is not None), None) or (good[-1] if good else nearest)
        if (subject.first in self.used and subject.count is None) or (
            subject.kind == "name" and not self._is_person(subject, at)
        ):
            return self._antecedent(least) if all(one.kind == "name" for one in inside) else []
        chain = self._joined_before(subject, inside)
        behind = self._joined_after(subject, inside)
        subsets = [p for p in inside if p.subset and p.first > subject.first and p.is_figure]
        return list({p.first: p for p in (*chain, *behind, *subsets)}.values())

    def _another(self, at: int) -> Persons | None:
        """ "Another" right before "was": one more of the people before."""
        near = next((p for p in reversed(self.persons) if p.last <= at), None)
        if near is None or near.kind != "pronoun" or self.tokens[near.first].low != "another":
            return None
        return near if all(self.words.has("function.be", token.low) for token in self.tokens[near.last : at]) else None

    def _is_person(self, persons: Persons, at: int) -> bool:
        """Whether a capitalised run before a verb is a person: two words of a name, or right before the verb."""
        words = self.tokens[persons.first : persons.last]
        if any(known(word.text) or self.words.has("ground.never", word.low) for word in words):
            return False
        return persons.first > 0 and at - persons.last <= 4 and not all(w.text.isupper() for w in words)

    def _antecedent(self, least: int) -> list[Persons]:
        """The people a relative clause is about: "12 soldiers, who were killed"."""
        if not least or self.tokens[least - 1].low not in ("who", "whom", "that", "which"):
            return []
        before = [p for p in self.persons if p.last < least and p.kind != "pronoun"]
        between = self.tokens[before[-1].last : least - 1] if before else []
        return (
            before[-1:]
            if all(token.low in (",", '"', "of", "all", "most", "many", "some", ")") for token in between)
            else []
        )

    def _joined_before(self, subject: Persons, inside: list[Persons]) -> list[Persons]:
        """The subject and the people joined to it by "and" or a comma before it."""
        chain = [subject]
        for other in reversed([p for p in inside if p.last <= subject.first]):
            between = {token.low for token in self.tokens[other.last : chain[0].first]}
            if (
                between == {","}
                and chain[0].kind == "name"
                and other.kind == "noun"
                and not (other.count or other.plural)
            ):
                chain[0] = other  # "a senior leader, X": one person, said twice
            elif other.kind == "name" and subject.kind != "name":
                break
            elif between >= {",", "and"} and self._in_phrase_of_place(other):
                break  # "shot by unknown men, and a boy is in hospital": a clause of its own
            elif between <= {"and", ",", "as", "well", "plus", '"'} and between and other.first not in self.used:
                chain.insert(0, other)
            else:
                break
        return chain

    def _joined_after(self, subject: Persons, inside: list[Persons]) -> list[Persons]:
        """The people joined to the subject by "and" or a comma after it."""
        chain: list[Persons] = []
        last = subject.last
        for other in inside:
            between = {token.low for token in self.tokens[last : other.first]}
            if other.first < last or other.kind == "name":
                continue
            if not between or not between <= {"and", ",", "as", "well", "plus", '"'} or other.subset:
                break
            chain.append(other)
            last = other.last
        return chain

    def _in_phrase_of_place(self, persons: Persons) -> bool:
        """Whether a preposition governs the people: "in a convoy of soldiers" names no victims."""
        before = self.tokens[persons.first - 1].low if persons.first else ""
        asked = self.tokens[persons.first].low == "how"
        return self.words.has("function.prepositions", before) and before not in ("of", "with") and not asked

    def _is_aside(self, said: int, at: int) -> bool:
        """Whether "it said" stands inside a clause: "nine men it said were killed"."""
        after = self.tokens[said + 1 : at]
        return (
            bool(after)
            and said > 1
            and self.words.has("function.be", after[0].low)
            and self.tokens[said - 1].low in ("it", "he", "she", "they")
            and any(p.last == said - 1 for p in self.persons)
        )

    def _is_shut(self, place: int, at: int) -> bool:
        """Whether a bracket or a dash belongs to an aside that is over before a token."""
        texts = [token.text for token in self.tokens[:at]]
        if texts[place] == "(":
            return ")" in texts[place:]
        return texts[place] in _DASHES and texts.count(texts[place]) % 2 == 0

    def _clause_start(self, at: int) -> int:
        """The token after the nearest thing that begins a clause on the left."""
        for place in range(at - 1, max(-1, at - REACH), -1):
            low = self.tokens[place].low
            if self._is_shut(place, at) or any(p.first <= place < p.last for p in self.persons):
                continue
            if low in (
                ";",
                ":",
                "(",
                "—",
                "while",
                "whereas",
                "but",
                "after",
                "when",
                "because",
                "if",
                "whether",
                "that",
                "who",
                "which",
                "where",
            ):
                return place + 1
            if (
                self.words.has("speech.verbs.says", low)
                or self.words.has("speech.verbs.claims", low)
                or self.words.has("speech.verbs.admits", low)
            ) and not self.words.has("function.be", self.tokens[place - 1].low if place else ""):
                if self._is_aside(place, at) or any(p.first <= place < p.last for p in self.persons):
                    continue
                return place + 1
        return max(0, at - REACH)

    def _attributes(self) -> dict[int, Persons]:
        """Words for an outcome that stand before a noun for people, by their token: "73 injured people"."""
        inside = ((at, one) for one in self.persons if one.kind == "noun" for at in range(*one.noun))
        hits = ((at, one, self.words.outcome(self.tokens, at)) for at, one in inside)
        return {at: one for at, one, hit in hits if hit is not None and hit[1][0].form in ATTRIBUTES}
