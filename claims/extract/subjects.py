"""The people before a verb: its subject, those joined to it, and those that a relative clause is about."""

from __future__ import annotations

from claims.extract.clauses import REACH, Clauses
from claims.extract.modality import verb_group
from claims.extract.persons import Persons
from claims.extract.place_names import known

_JOINED_VERB = 8
"""Tokens of a passive that is joined to another at most: "were pulled off a bus and shot dead"."""
_BEFORE_RELATIVE = frozenset({",", '"', ")", "of", "all", "both", "most", "many", "some"})


class Subjects(Clauses):
    """Finds the people to whom a verb may have happened."""

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
        if at > 2 and self.tokens[at - 1].low in ("and", "then", "but"):
            return self._be_before_joined(at - 1)
        for place in range(at - 1, max(-1, at - 7), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if at - place == 2 and place > 1 and low in ("and", "then", "but"):
                return self._be_before_joined(place)  # "were kidnapped and later found dead"
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
        at -= at > 2 and self.tokens[at - 1].low in ("but", "then")  # "was rushed to hospital but declared dead"
        least = max(0, at - REACH, self._clause_start(at))
        another = self._another(at)
        if another is not None:
            return [another]
        told = self._before_relative(at)
        if told:
            return told
        inside = [p for p in self.persons if least <= p.first and p.last <= at and p.kind != "pronoun"]
        inside = [p for p in inside if p.first >= self.verb_end] or inside
        if not inside:
            return self._antecedent(least)
        if self._has_own_subject(least, at):
            return []
        inside = [p for p in inside if not self._is_place_of(p)] or inside
        nearest = inside[-1]
        aside = self.tokens[at - 1].text == ","
        if not aside and nearest.kind == "count" and nearest.subset and at - nearest.last <= 2:
            return [nearest]
        inside = self._agreeing(inside, at) or inside
        nearest = inside[-1]
        good = [p for p in inside if not p.subset and not self._in_phrase_of_place(p) and p.first not in self.used]
        subject = next((p for p in reversed(good) if p.count is not None), None) or (good[-1] if good else nearest)
        if (subject.first in self.used and subject.count is None) or (
            subject.kind == "name" and not self._is_person(subject, at)
        ):
            return self._antecedent(least) if all(one.kind == "name" for one in inside) else []
        chain = self._joined_before(subject, inside)
        aged = self._aged(chain, inside)
        if aged is not None:
            return [aged]
        behind = self._joined_after(subject, inside)
        subsets = [p for p in inside if p.subset and p.first > subject.first and p.is_figure]
        return list({p.first: p for p in (*chain, *behind, *subsets)}.values())

    def _before_relative(self, at: int) -> list[Persons]:
        """The single person of a relative clause that a comma shuts: "Ana Ruiz, who ran the shop, was killed"."""
        end = at - len(verb_group(self.tokens, at, self.words))
        if end == at or self.tokens[end - 1].text != ",":
            return []
        start = next((n for n in range(end - 2, max(0, at - REACH), -1) if self.tokens[n].low == "who"), 0)
        between = self.tokens[start:end]
        if not start or any(token.text in (";", ":", '"') for token in between) or self._opens_clause(start + 1, end):
            return []
        comma = self.tokens[start - 1].text == ","
        before = next((p for p in reversed(self.persons) if p.last == start - comma), None)
        if before is None or before.count is not None or before.plural or before.kind not in ("noun", "name"):
            return []
        chain = self._joined_before(before, [p for p in self.persons if p.last <= start])
        return [] if before.kind == "name" and not comma and chain == [before] else chain[:1]

    def _opens_clause(self, start: int, end: int) -> bool:
        """Whether another clause may open here whose subject stands before the comma: "when the convoy was hit,"."""
        return any(self.tokens[at].low in ("when", "while", "after", "but", "that") for at in range(start, end))

    def _agreeing(self, people: list[Persons], at: int) -> list[Persons]:
        """Those whose number fits "was" or "is": no bare plural where one person is meant."""
        group = verb_group(self.tokens, at, self.words)
        if not {"was", "is"} & set(group):
            return people
        return [one for one in people if one.count is not None or not one.plural]

    def _has_own_subject(self, least: int, at: int) -> bool:
        """Whether a thing stands right before the verb: "12 men were killed and a drone was brought down"."""
        end = at - len(verb_group(self.tokens, at, self.words))
        start = next((n + 1 for n in range(end - 1, least, -1) if self.tokens[n].low in (",", "and")), end)
        if start >= end or end == at or any(p.first < end and start < p.last for p in self.persons):
            return False
        return self.tokens[start].low in ("a", "an", "the", "its", "their") or any(
            c.first == start for c in self.counts
        )

    def _aged(self, chain: list[Persons], inside: list[Persons]) -> Persons | None:
        """Those whose ages bare numbers are: "two boys, 7 and 11, were killed"."""
        before = next((p for p in reversed(inside) if p.last == chain[0].first - 1), None)
        if before is None or before.count is None or any(one.kind != "count" for one in chain):
            return None
        return before if before.count.low == len(chain) and self.tokens[before.last].text == "," else None

    def _another(self, at: int) -> Persons | None:
        """ "Another" right before "was": one more of the people before."""
        near = next((p for p in reversed(self.persons) if p.last <= at), None)
        if near is None or near.kind != "pronoun" or self.tokens[near.first].low not in ("another", "a"):
            return None
        between = self.tokens[near.last : at]
        group = (self.words.has("function.be", token.low) or token.low.endswith("ly") for token in between)
        return near if len(between) < 4 and all(group) else None

    def _is_place_of(self, persons: Persons) -> bool:
        """Whether a name belongs to the noun before: "a priest in the state of Tamaulipas"."""
        at = persons.first
        while persons.first - 3 < at > 1 and (
            self.tokens[at - 1].text[0].isdigit() or self.tokens[at - 1].low == "the"
        ):
            at -= 1
        before = self.tokens[at - 1].low if at else ""
        return persons.kind == "name" and self.words.has("function.prepositions", before)

    def _is_person(self, persons: Persons, at: int) -> bool:
        """Whether a capitalised run before a verb is a person: two words of a name, or right before the verb."""
        words = self.tokens[persons.first : persons.last]
        himself = persons.last < at and self.tokens[persons.last].low in ("himself", "herself")
        if not himself and any(known(word.text) or self.words.has("ground.never", word.low) for word in words):
            return False
        named = len(words) > 1 and {"was", "were"} & set(verb_group(self.tokens, at, self.words))
        return (
            (persons.first > 0 or himself or bool(named))
            and at - persons.last <= 4
            and not all(w.text.isupper() for w in words)
        )

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
            elif between == {","} and len(chain) == 1 and chain[0].count and other.plural and not other.count:
                break  # "in a clash with smugglers, four guards were shot"
            elif other.kind == "count" and self.tokens[other.first - 1].low in ("to", "at", "of", "by"):
                break  # "the toll rose to 16 and 30 others were hurt"
            elif between == {","} and chain[0].kind == "count":
                break  # "a village of 200 people, 90 were killed"
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
            if between == {","} and subject.count is not None and other.count is None and other.plural:
                continue  # "62,000 people, mostly civilians,": said again, not more
            chain.append(other)
            last = other.last
        return chain

    def _in_phrase_of_place(self, persons: Persons) -> bool:
        """Whether a preposition governs the people: "in a convoy of soldiers" names no victims."""
        before = self.tokens[persons.first - 1].low if persons.first else ""
        asked = self.tokens[persons.first].low == "how"
        return self.words.has("function.prepositions", before) and before not in ("of", "with") and not asked
