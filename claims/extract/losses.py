"""What happened to whom: words for an outcome with the people they are about.

Seven ways of saying it are read: people to whom it happened before the verb ("12 soldiers were killed", "12 died"),
after it ("killed 12 soldiers"), after a noun ("the deaths of 12 soldiers"), counted by the noun ("12 deaths"), by a
toll ("the toll rose to 12"), by a state ("12 dead"), and in a copula ("the victims were refugees").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claims.extract.persons import Persons
from claims.extract.places import known
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.tolls import toll_after, toll_before
from claims.extract.words import Form, Words

_REACH = 32
"""Tokens between a verb and its subject at most."""


@dataclass(slots=True)
class Loss:
    """An outcome: its measure, the token range of the word for it, the people, and the rule that found them.

    `agent` is the token range of who is said to have done it. `low` and `high` are the bounds of the count.
    """

    measure: str
    first: int
    last: int
    persons: Persons | None
    rule: str
    low: int
    high: int | None
    agent: tuple[int, int] | None = None
    flags: list[str] = field(default_factory=list)
    count: Count | None = None

    @property
    def extent(self) -> tuple[int, int]:
        """The token range of the words that it rests on."""
        ranges = [(self.first, self.last)]
        if self.persons is not None:
            ranges.append((self.persons.first, self.persons.last))
        if self.count is not None:
            ranges.append((self.count.first, self.count.last))
        return min(a for a, _ in ranges), max(b for _, b in ranges)


def find_losses(sentence: Sentence, persons: Sequence[Persons], counts: Sequence[Count], words: Words) -> list[Loss]:
    """The losses of a sentence, in the order of the words for them."""
    return _Reader(sentence, list(persons), list(counts), words).read()


class _Reader:
    """Reads one sentence; `used` holds the people who are already the object of a verb."""

    def __init__(self, sentence: Sentence, persons: list[Persons], counts: list[Count], words: Words) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.persons, self.counts, self.words = persons, counts, words
        self.by_first = {p.first: p for p in persons}
        self.by_noun = {p.noun[0]: p for p in persons}
        self.used: set[int] = set()
        self.verb_end = 0
        self.counted: set[int] = set()

    def read(self) -> list[Loss]:
        losses: list[Loss] = []
        at = 0
        while at < len(self.tokens):
            special = self._special(at)
            if special:
                losses += special
                self.verb_end = at + 1
                at += 1
                continue
            hit = self.words.outcome(self.tokens, at)
            if hit is None or at in self.counted:
                at += 1
                continue
            size, forms = hit
            found = self._losses(at, at + size, forms)
            losses += found
            self.verb_end = at + size if found else self.verb_end
            at += size
        return self._unique([*losses, *self._parts(losses)])

    def _special(self, at: int) -> list[Loss]:
        """ "The dead included three women", "12 policemen were among the dead", "the leader was alive"."""
        low = self.tokens[at].low
        for measure in ("casualties", "killed", "injured"):
            if self.words.has(f"outcomes.copular.{measure}", low):
                before = self.tokens[at - 1].low if at else ""
                if before in ("the", "those") and at > 1 and self.tokens[at - 2].low in ("among", "amongst"):
                    return self._among(at, measure)
                figure = self._figure(at)
                if figure:
                    return [replace(one, measure=measure) for one in figure]
                people = self._copular(at, at + 1)
                if people:
                    return self._happened(at, at + 1, Form(measure, "noun"), people, "copula")
        if low == "number" and at + 1 < len(self.tokens) and self.tokens[at + 1].low == "of":
            return self._number_of(at)
        if low == "alive" and at and self.words.has("function.be", self.tokens[at - 1].low):
            people = self._subject(at)
            return [
                replace(loss, low=0, high=0, flags=["said to be alive"])
                for loss in self._happened(at, at + 1, Form("killed", "state"), people[-1:], "alive")
            ]
        return []

    def _figure(self, at: int) -> list[Loss]:
        """"Their military dead at 223", "the dead as 53"."""
        after = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        count = next((c for c in self.counts if c.first == at + 2), None)
        if after not in ("at", "as") or count is None:
            return []
        return [Loss("", at, at + 1, None, "toll", count.low, count.high, count=count)]

    def _number_of(self, at: int) -> list[Loss]:
        """"The number of troops who have died" with the figure before or after it."""
        for place in range(at + 2, min(at + 10, len(self.tokens))):
            hit = self.words.outcome(self.tokens, place)
            if hit is None:
                continue
            size, forms = hit
            after = toll_after(self.tokens, self.counts, place + size)
            before = toll_before(self.counts, at, self.tokens)
            if before is not None:
                after = before, before.low, before.high
            if after is None:
                return []
            people = next((p for p in self.persons if at < p.first < place and p.kind == "noun"), None)
            self.counted.add(place)
            return [Loss(forms[0].measure, place, place + size, people, "number of", after[1], after[2], count=after[0])]
        return []

    def _among(self, at: int, measure: str) -> list[Loss]:
        """Who was "among the dead": the subject before, or what follows "were"."""
        form = Form(measure, "noun")
        if at > 2 and self.words.has("function.be", self.tokens[at - 3].low):
            return self._happened(
                at, at + 1, form, [p for p in self._subject(at - 3) if p.count is not None], "among the dead"
            )
        if at + 1 < len(self.tokens) and self.words.has("function.be", self.tokens[at + 1].low):
            target = self._object(at + 2)
            chain = [target, *self._coordinated(target)] if target is not None else []
            return self._happened(at, at + 1, form, [p for p in chain if p.count is not None], "among the dead")
        return []

    def _parts(self, losses: list[Loss]) -> list[Loss]:
        """Numbered parts of the people of a loss that stand elsewhere: "..., including 17 women and 12 children"."""
        taken = {loss.persons.first for loss in losses if loss.persons is not None}
        found: list[Loss] = []
        for persons in self.persons:
            before = [loss for loss in losses if loss.first < persons.first]
            if not (persons.subset and persons.count is not None and persons.first not in taken and before):
                continue
            whole = before[-1]
            if (
                whole.low is not None
                and persons.count.low > max(whole.low, whole.high or 0)
                and whole.count is not None
            ):
                continue
            for part in [persons, *self._coordinated(persons)]:
                if part.count is not None and part.first not in taken:
                    taken.add(part.first)
                    found.append(
                        Loss(
                            whole.measure,
                            whole.first,
                            whole.last,
                            part,
                            "part",
                            *part.bounds,
                            whole.agent,
                            ["subset of"],
                            part.count,
                        )
                    )
        return found

    def _unique(self, losses: list[Loss]) -> list[Loss]:
        """One loss for the same people and measure: the first that was found."""
        seen: set[tuple[str, int]] = set()
        kept = []
        for loss in losses:
            key = (
                loss.measure,
                loss.persons.first if loss.persons else (loss.count.first if loss.count else -loss.first - 1),
            )
            if key not in seen:
                seen.add(key)
                kept.append(loss)
        return kept

    def _losses(self, first: int, last: int, forms: tuple[Form, ...]) -> list[Loss]:
        for form in forms:
            found = self._of_form(first, last, form)
            if found:
                return found
        return []

    def _of_form(self, first: int, last: int, form: Form) -> list[Loss]:
        match form.form:
            case "past" | "participle" | "ing" | "base" | "s":
                return self._verb(first, last, form)
            case "suffers":
                return self._happened(first, last, form, self._subject(first), "subject")
            case "state":
                return self._state(first, last, form)
            case "noun" | "remains":
                return self._noun(first, last, form)
            case _:
                return self._toll(first, last, form)

    # Verbs

    def _verb(self, first: int, last: int, form: Form) -> list[Loss]:
        passive = self._be_before(first) and form.form in ("past", "participle")
        if passive:
            return self._happened(first, last, form, self._subject(first), "passive", self._by(last))
        if form.form == "base" and not self._is_finite_base(first):
            return []
        target = self._object(last)
        if target is not None and self._fits(target, form) and not self._before_is_count(first, target):
            return self._happened(first, last, form, [target, *self._coordinated(target)], "active", self._agent(first))
        if form.form in ("past", "participle"):
            near = self._adjacent(first) if first and self.tokens[first - 1].low not in ("the", "those") else None
            if near is not None and (near.count is not None or self._is_headline(near, last, form)):
                return self._happened(first, last, form, [near], "reduced", self._by(last))
        return []

    def _is_headline(self, near: Persons, last: int, form: Form) -> bool:
        """Whether people without a number and a participle are a shortened passive: "civilians killed in raid"."""
        after = self.tokens[last].low if last < len(self.tokens) else ""
        return (
            not form.people and near.kind in ("noun", "name") and after in ("in", "by", "during", "when", "after", "as")
        )

    def _is_finite_base(self, at: int) -> bool:
        """Whether "kill" says what happened: after "to have", "did"; never "to kill", "will kill"."""
        before = self.tokens[at - 1].low if at else ""
        headline = any(p.last == at and (p.plural or p.kind == "name") for p in self.persons) and self._object(at + 1) is not None
        return before == "did" or headline

    def _before_is_count(self, first: int, target: Persons) -> bool:
        """Whether people right before and no agent: "12 killed, 30 wounded"."""
        near = self._adjacent(first)
        return (
            near is not None
            and near.count is not None
            and target.first > first + 1
            and self.tokens[first + 1].text in (",", ";")
        )

    def _fits(self, persons: Persons, form: Form) -> bool:
        if persons.kind == "pronoun":
            return not form.people
        if form.weak:
            return persons.count is not None and persons.kind == "noun"
        if form.people:
            return persons.kind == "noun" or (
                persons.kind == "count" and persons.count is not None and not persons.count.is_none
            )
        return True

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

    def _coordinated(self, persons: Persons) -> Iterator[Persons]:
        """The people joined to these: ", three soldiers and a woman", as far as no verb stands between."""
        current, part = persons, persons.subset
        for _ in range(12):
            at = self._past_year(current.last)
            while at < len(self.tokens) and self.tokens[at].text in (",", '"', "("):
                at += 1
            at = self._past_join(at)
            after = self.by_first.get(at)
            named = after is not None and after.kind == "name" and persons.kind != "name"
            if after is None or at == current.last or named or self._has_own_verb(after):
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
                return self.words.has("speech.verbs.says", low)
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
                or low in ("(", "also", "reported", "confirmed", "others", "more", "either", "people")
            ):
                return None
            place -= 1
        return None

    # The subject of a passive or of "died"

    def _be_before(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle, past adverbs and "reported"."""
        for place in range(at - 1, max(-1, at - 7), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if not (self.words.has("function.hedged", low) or low.endswith("ly") or low in ("and", "or", '"')):
                return False
        return False

    def _subject(self, at: int) -> list[Persons]:
        """The people before a verb to whom it happened, with those joined to them."""
        least = max(0, at - _REACH, self._clause_start(at))
        inside = [p for p in self.persons if least <= p.first and p.last <= at and p.kind != "pronoun"]
        inside = [p for p in inside if p.first >= self.verb_end] or inside
        if not inside:
            return self._antecedent(least)
        nearest = inside[-1]
        if nearest.kind == "count" and nearest.subset and at - nearest.last <= 2:
            return [nearest]
        good = [p for p in inside if not p.subset and not self._in_phrase_of_place(p) and p.first not in self.used]
        subject = next((p for p in reversed(good) if p.count is not None), None) or (good[-1] if good else nearest)
        if (subject.first in self.used and subject.count is None) or (
            subject.kind == "name" and not self._is_person(subject, at)
        ):
            return []
        chain = self._joined_before(subject, inside)
        behind = [p for p in self._coordinated(subject) if p.last <= at and not p.subset]
        subsets = [p for p in inside if p.subset and p.first > subject.first and p.count is not None]
        return list({p.first: p for p in (*chain, *behind, *subsets)}.values())

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
        return before[-1:] if before and least - before[-1].last <= 4 else []

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
            elif between <= {"and", ",", "as", "well", "plus", '"'} and between and other.first not in self.used:
                chain.insert(0, other)
            else:
                break
        return chain

    def _in_phrase_of_place(self, persons: Persons) -> bool:
        """Whether a preposition governs the people: "in a convoy of soldiers" names no victims."""
        before = self.tokens[persons.first - 1].low if persons.first else ""
        return self.words.has("function.prepositions", before) and before not in ("of", "with")

    def _clause_start(self, at: int) -> int:
        """The token after the nearest thing that begins a clause on the left."""
        for place in range(at - 1, max(-1, at - _REACH), -1):
            low = self.tokens[place].low
            if low == "(" and ")" in [t.text for t in self.tokens[place:at]]:
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
            ):
                if not self.words.has("function.be", self.tokens[place - 1].low if place else ""):
                    return place + 1
        return max(0, at - _REACH)

    # Nouns, states and tolls

    def _state(self, first: int, last: int, form: Form) -> list[Loss]:
        near = self._adjacent(first)
        if near is not None and first and self.tokens[first - 1].low in ("the", "those"):
            return []
        if near is not None and near.count is not None and not self._modifies(last):
            return self._happened(first, last, form, [near], "state")
        if (
            near is not None
            and near.count is not None
            and near.kind == "count"
            and (noun := self._noun_at(last)) is not None
        ):
            return self._happened(
                first, last, form, [replace(near, noun=noun.noun, kind="noun")], "state before a noun"
            )
        before = [token.low for token in self.tokens[max(0, first - 6) : first]]
        if {"left", "leaving", "leaves"} & set(before):
            people = [p for p in self.persons if first - 8 <= p.first < first] or [p for p in [self._object(last)] if p]
            return self._happened(first, last, form, people[-1:], "left")
        return []

    def _noun_at(self, at: int) -> Persons | None:
        noun = self.by_first.get(at)
        return noun if noun is not None and noun.count is None and noun.kind == "noun" else None

    def _modifies(self, at: int) -> bool:
        """Whether the word is an adjective of a noun that follows: "12 dead bodies", "two wounded soldiers"."""
        return at in self.by_noun or (at < len(self.tokens) and self.words.has("outcomes.remains", self.tokens[at].low))

    def _noun(self, first: int, last: int, form: Form) -> list[Loss]:
        if form.form == "remains" and not self._about_remains():
            return []
        if self.tokens[first].low == "loss" and not self._of(last):
            return []
        counted = next((p for p in self.persons if p.first <= first < p.last and p.count is not None), None)
        counted_by = next(
            (c for c in self.counts if c.last <= first <= c.last + 3 and self._plain(c.last, first)), None
        )
        of = self._of(last)
        if counted_by is not None and not (
            of and form.form == "noun" and self.tokens[first].low in ("killing", "murder", "death")
        ):
            return [self._counted(form, first, last, counted_by, of)]
        if counted is not None and counted.count is not None:
            return [self._counted(form, first, last, counted.count, of)]
        if of:
            return self._happened(first, last, form, of, "noun of", self._by(of[-1].last) or self._agent_of_noun(first))
        copular = self._copular(first, last)
        return self._happened(first, last, form, copular, "copula") if copular else []

    def _plain(self, start: int, end: int) -> bool:
        """Whether only words of the same noun phrase stand between a count and a noun."""
        small = ("prepositions", "determiners", "be", "have", "verbs", "relatives")
        return all(
            self.tokens[at].text == '"'
            or self.tokens[at].low == "of"
            or (self.tokens[at].is_word and not any(self.words.has(f"function.{name}", self.tokens[at].low) for name in small))
            for at in range(start, end)
        )

    def _counted(self, form: Form, first: int, last: int, count: Count, of: Sequence[Persons]) -> Loss:
        people = next(iter(of), None)
        return Loss(
            form.measure,
            first,
            last,
            people if people and people.count is None else None,
            "counted noun",
            count.low,
            count.high,
            count=count,
        )

    def _about_remains(self) -> bool:
        return any(self.words.has("outcomes.remains_verbs", token.low) or token.low == "loss" for token in self.tokens)

    def _of(self, at: int) -> list[Persons]:
        """The people after "of", "among" or "to" beside a noun."""
        if at >= len(self.tokens) or self.tokens[at].low not in ("of", "among", "amongst", "for"):
            return []
        target = self._object(at + 1)
        return [target, *self._coordinated(target)] if target is not None else []

    def _copular(self, first: int, last: int) -> list[Persons]:
        measures = any(
            self.words.has(f"outcomes.copular.{name}", self.tokens[first].low)
            for name in ("casualties", "killed", "injured")
        )
        if not measures or last >= len(self.tokens) or not self.words.has("outcomes.copulas", self.tokens[last].low):
            return []
        target = self._object(last + 1)
        return [target] if target is not None else []

    def _toll(self, first: int, last: int, form: Form) -> list[Loss]:
        """ "The death toll rose from 12 to 15": the last figure that a toll reaches in its clause."""
        found = toll_after(self.tokens, self.counts, last)
        if found is None:
            return []
        count, low, high = found
        return [Loss(form.measure, first, last, self.by_first.get(count.first), "toll", low, high, count=count)]

    # Agents

    def _by(self, at: int) -> tuple[int, int] | None:
        """Who follows "by" within the clause."""
        for place in range(at, min(at + 10, len(self.tokens))):
            low = self.tokens[place].low
            if low == "by" and place + 1 < len(self.tokens):
                end = self._phrase_end(place + 1)
                return (place + 1, end) if end > place + 1 else None
            if low in (",", ";", ".", "and", "but", "who"):
                return None
        return None

    def _phrase_end(self, start: int) -> int:
        at = start
        while at < min(len(self.tokens), start + 10):
            token = self.tokens[at]
            small = self.words.has("function.prepositions", token.low) and token.low != "of"
            if (
                small
                or not (token.is_word or token.low == "'s" or token.text == '"')
                or token.low in ("and", "who", "that", "but", "while")
            ):
                break
            verb = self.words.has("function.be", token.low) or self.words.has("function.verbs", token.low)
            if at > start and verb and not self.words.has("blame.acts", token.low):
                break
            at += 1
        return at

    def _agent(self, at: int) -> tuple[int, int] | None:
        """The subject of an active verb: the first noun phrase of its clause, or what a relative clause is about."""
        start = self._subject_start(at)
        if start and self.tokens[start - 1].low in ("which", "who", "that") and start >= at - 3:
            end = start - 1 - (start > 1 and self.tokens[start - 2].text == ",")
            first = end
            while first > 0 and end - first < 9 and self._in_agent(first - 1):
                first -= 1
            start = first
        while start < at and (
            self.words.has("function.prepositions", self.tokens[start].low)
            or self.tokens[start].low in (",", "and", "that", '"')
            or self._is_time(start)
        ):
            start += 1
        end = start
        while (
            end < at
            and end - start < 10
            and self._in_agent(end)
            and not (self.words.has("function.adverbs", self.tokens[end].low) and end > start)
        ):
            end += 1
        return (start, end) if end > start else None

    def _is_time(self, at: int) -> bool:
        return (
            self.words.has("time.fillers", self.tokens[at].low)
            and self.tokens[at].low != "the"
            or self.tokens[at].text[0].isdigit()
            and len(self.tokens[at].text) == 4
            or self.words.has("function.adverbs", self.tokens[at].low)
        )

    def _subject_start(self, at: int) -> int:
        """Where the clause of a verb begins: after a speaker's "said that", a semicolon, "while", or a dependent opening."""
        for place in range(at - 1, max(-1, at - _REACH), -1):
            low = self.tokens[place].low
            if low in (
                ";",
                ":",
                "while",
                "whereas",
                "but",
                "when",
                "because",
                "after",
                "if",
                "that",
                "who",
                "which",
                "\u2014",
            ):
                return place + 1
            if self.words.has("speech.verbs.says", low) or self.words.has("speech.verbs.claims", low):
                return place + 1
            if (
                low == ","
                and place < 9
                and (
                    self.words.has("function.prepositions", self.tokens[0].low)
                    or any(t.low in ("day", "days", "week", "weeks", "earlier", "later") for t in self.tokens[:place])
                )
            ):
                return place + 1
        return max(0, at - _REACH)

    def _in_agent(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "'s" or token.text == '"' or token.low == "of":
            return True
        ends = ("prepositions", "conjunctions", "relatives", "subordinators", "be", "have", "verbs")
        return (
            token.is_word
            and not any(self.words.has(f"function.{name}", token.low) for name in ends)
            and not self.words.has("speech.verbs.says", token.low)
            and not self.words.has("speech.verbs.claims", token.low)
            and not self.words.has("speech.verbs.admits", token.low)
        )

    def _agent_of_noun(self, at: int) -> tuple[int, int] | None:
        """ "A drone strike resulted in the deaths of": what stands before "resulted in", "leading to"."""
        for place in range(at - 1, max(-1, at - 7), -1):
            if self.tokens[place].low in ("resulted", "resulting", "led", "leading", "caused", "causing"):
                return self._agent(place)
        return None

    def _in_event(self, at: int) -> tuple[int, int] | None:
        """ "... in a drone strike", "when a rocket hit a bus": the event, or what hit, near a verb that names no agent."""
        for place in range(max(0, at - 2), min(at + 14, len(self.tokens) - 1)):
            low = self.tokens[place].low
            if low in ("when", "after") and place >= at:
                end = self._phrase_end(place + 1)
                passive = end < len(self.tokens) and self.words.has("function.be", self.tokens[end].low)
                return (place + 1, end) if end > place + 1 and not passive else None
            if low in ("in", "by", "to", "during", "from") and place >= at:
                end = self._phrase_end(place + 1)
                if end > place + 1 and self.words.has("blame.acts", self.tokens[end - 1].low):
                    return place + 1, end
            if low in (";",) and place >= at:
                return None
        return None

    # Results

    def _happened(
        self,
        first: int,
        last: int,
        form: Form,
        people: Sequence[Persons],
        rule: str,
        agent: tuple[int, int] | None = None,
    ) -> list[Loss]:
        losses = []
        if agent is None and rule in ("passive", "subject", "reduced", "noun of", "state"):
            agent = self._in_event(last)
        for persons in people:
            if persons.kind in ("pronoun",) and rule != "active":
                continue
            if persons.kind == "unknown" and (form.people or rule in ("copula", "alive")):
                continue
            if persons.kind == "name" and (
                form.people or rule == "copula" or self.tokens[persons.first].low in ("us", "un", "eu")
            ):
                continue
            if persons.subset and persons.count is None and rule in ("active", "passive", "subject", "noun of"):
                continue
            low, high = persons.bounds
            if rule in ("active", "noun of"):
                self.used.add(persons.first)
            loss = Loss(form.measure, first, last, persons, rule, low, high, agent, count=persons.count)
            if self._uncertain(first):
                loss.low = 0
                loss.flags.append("uncertain whether")
            if persons.subset:
                loss.flags.append("subset of")
            losses.append(loss)
        return losses

    def _uncertain(self, at: int) -> bool:
        """Whether the sentence leaves open if it happened: "it was not clear if X was killed", "may have been killed"."""
        before = [token.low for token in self.tokens[max(0, at - 16) : at]]
        for word in ("if", "whether"):
            if word in before:
                lead = before[: before.index(word)][-4:]
                return bool({"clear", "unclear", "unknown", "uncertain", "known", "sure"} & set(lead))
        return before[-3:] in (["may", "have", "been"], ["might", "have", "been"], ["could", "have", "been"])
