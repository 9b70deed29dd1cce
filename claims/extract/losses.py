"""What happened to whom: words for an outcome with the people they are about.

Seven ways of saying it are read: people to whom it happened before the verb ("12 soldiers were killed", "12 died"),
after it ("killed 12 soldiers"), after a noun ("the deaths of 12 soldiers"), counted by the noun ("12 deaths"), by a
toll ("the toll rose to 12"), by a state ("12 dead"), and in a copula ("the victims were refugees").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extract.loss import Loss
from claims.extract.modality import verb_group
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.verbs import Verbs
from claims.extract.words import Form, Words


def find_losses(sentence: Sentence, persons: Sequence[Persons], counts: Sequence[Count], words: Words) -> list[Loss]:
    """The losses of a sentence, in the order of the words for them."""
    return _Reader(sentence, list(persons), list(counts), words).read()


class _Reader(Verbs):
    """Reads one sentence; `used` holds the people who are already the object of a verb."""

    def read(self) -> list[Loss]:
        losses: list[Loss] = []
        at = 0
        while at < len(self.tokens):
            if self.tokens[at].low not in self.words.openers:
                at += 1
                continue
            special = self._result(at) or self._special(at)
            if special:
                losses += special
                self.verb_end = max(at + 1, special[0].last)
                at = max(at + 1, special[0].last)
                continue
            hit = self.words.outcome(self.tokens, at)
            if hit is None or at in self.counted or at in self.attributes:
                at += 1
                continue
            last, forms = self._joint(at, at + hit[0], hit[1])
            found = self._losses(at, last, forms)
            if not found and last > at + hit[0]:
                last, forms = at + hit[0], hit[1]
                found = self._losses(at, last, forms)
            losses += found
            self.verb_end = last if found else self.verb_end
            at = last
        self._as_many(losses)
        losses += self._of_attributes(self.attributes, losses)
        losses += self._prisoners(losses)
        losses += self._breakdowns(losses)
        return self._unique([*losses, *self._parts(losses)])

    def _as_many(self, losses: Sequence[Loss]) -> None:
        """ "Two people died and as many were injured": the number of the loss before."""
        for before, loss in pairwise(losses):
            count = loss.count
            if count is None or before.count is None or count.first == 0 or self.tokens[count.first].low != "many":
                continue
            joined = count.first < 2 or self.tokens[count.first - 2].low in ("and", ",", "twice", "while")
            if self.tokens[count.first - 1].low == "as" and joined:
                times = 2 if count.first > 1 and self.tokens[count.first - 2].low == "twice" else 1
                loss.low, loss.high = before.low * times, before.high and before.high * times

    def _unique(self, losses: list[Loss]) -> list[Loss]:
        """One loss for the same people or the same figure and measure: the first that was found."""
        seen: set[tuple[str, int]] = set()
        kept = []
        killed = [loss for loss in losses if loss.measure == "killed"]
        dead = {loss.persons.first for loss in killed if loss.persons} | {
            one.count.first for one in killed if one.count
        }
        for loss in losses:
            at = loss.count.first if loss.count else loss.persons.first if loss.persons else -loss.first - 1
            if loss.measure == "injured" and at in dead and loss.high == 1:
                continue  # "was rushed to hospital but declared dead"
            if loss.measure == "missing" and at in dead:
                continue  # "the bodies of two nurses, who had been missing"
            # People who were wounded and brought away were not freed or saved from anything.
            evacuated = loss.measure in ("rescued", "displaced") and ("injured", at) in seen
            if (loss.measure, at) not in seen and not evacuated:
                seen.add((loss.measure, at))
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
            case "s" if any(one.last == first for one in self.counts):
                return self._noun(first, last, form)  # "seven captures"
            case "past" | "participle" | "ing" | "base" | "s":
                return self._verb(first, last, form)
            case "suffers" if form.measure == "displaced" and self._tells_apart(first):
                return []  # "seven teachers who had fled" says which
            case "suffers":
                return self._happened(first, last, form, self._subject(first), "subject")
            case "state":
                return self._state(first, last, form)
            case "noun" | "remains":
                return self._noun(first, last, form)
            case _:
                return self._toll(first, last, form)

    def _tells_apart(self, at: int) -> bool:
        """Whether a verb stands in a relative clause."""
        before = at - len(verb_group(self.tokens, at, self.words)) - 1
        return before >= 0 and self.tokens[before].low in ("who", "that")
