"""Who is said to have done it: accusations, claims of responsibility, admissions, denials, and silence.

A statement of responsibility needs a word for it (accuse, blame, claim, deny, behind, no comment), or a speaker who
says that a named party did something. Plain narrative ("X carried out strikes") is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from claims.extract.accidents import Accidents
from claims.extract.accusing import Accusing
from claims.extract.analysis import Analysis
from claims.extract.charge import Charge, Range
from claims.extract.deeds import Deeds
from claims.extract.denying import Denying
from claims.extract.document import Document
from claims.extract.owning import Owning
from claims.extract.shared_blame import SharedBlame
from claims.extract.silence import Silence
from claims.extract.words import Words

Triggers = Mapping[str, "tuple[Callable[[_Reader, int], Iterator[Charge]], ...]"]
"""What may read a statement at a word, by words; at any other word there is none."""


def find_charges(
    document: Document, analysis: Analysis, teller: Callable[[int], str], words: Words, triggers: Triggers
) -> list[Charge]:
    """The statements of responsibility of a sentence: each stance of one speaker about one party once.

    `teller` says who tells what a token tells, empty for the text itself; `triggers` are the `trigger_words`.
    """
    kept: list[Charge] = []
    seen: set[tuple[str, Range | None, Range | None]] = set()
    reader = _Reader(document, analysis, teller, words)
    for charge in sorted(reader.charges(triggers), key=lambda charge: charge.first):
        same = {(charge.stance, charge.claimant, charge.accused), (charge.stance, charge.claimant, None)}
        if charge.stance not in ("accuses",):
            same = {(charge.stance, charge.claimant, None)}
        if not same & seen:
            end = len(analysis.sentence.tokens)  # a text may break off behind the word that charges
            kept.append(charge if charge.last <= end else replace(charge, last=end))
        seen |= {(charge.stance, charge.claimant, charge.accused if charge.stance == "accuses" else None)}
    return kept


class _Reader(Accusing, Denying, Owning, Silence, Deeds, Accidents, SharedBlame):
    def charges(self, triggers: Triggers) -> Iterator[Charge]:
        for at, token in enumerate(self.tokens):
            for read in triggers.get(token.low, ()):
                for charge in read(self, at):
                    yield charge
                    yield from self._others(charge)

    def _painted(self, at: int) -> Iterator[Charge]:
        """ "X called the Y attacks 'unprovoked'": the deed is laid at the door of Y."""
        if not self._has("calls", at):
            return
        end = min(at + 16, len(self.tokens))
        if not any(self.words.match("blame.frames", self.tokens, p) for p in range(at + 1, end)):
            return
        if any(self._has("accuses", p) or self._has("untrue", p) for p in range(max(0, at - 6), end)):
            return
        speaker, accused = self._sayer(at), self._actor_in(at + 1, end)
        if speaker is not None and accused is not None and not self._is_own(accused, speaker):
            yield Charge("accuses", speaker, accused, min(speaker[0], at), min(len(self.tokens), at + 10), "painted as")


class _Opened(NamedTuple):
    """A way of reading, with the lists, the phrases and the single words at which it may find a statement."""

    read: Callable[[_Reader, int], Iterator[Charge]]
    lists: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


_OPENED = (
    _Opened(
        _Reader._accusations,
        ("accuses", "attributes", "planners", "described"),
        ("fingers", "behind", "under_attack"),
        ("identified", "identifies", "named", "names", "come", "came", "comes", "responsibility", "suspicion", "blame",
         "hallmarks"),
    ),
    _Opened(_Reader._denials, ("disclaim", "untrue"), ("no_part",), ("no",)),
    _Opened(
        _Reader._owned_up,
        ("owns", "admits"),
        ("owning_up", "regrets", "astray"),
        ("responsibility", "credit", "claimed"),
    ),
    _Opened(_Reader._silences, (), ("silence", "unaware")),
    _Opened(_Reader._painted, ("calls",)),
    _Opened(_Reader._accidents, (), ("accidents",)),
    _Opened(
        _Reader._deeds,
        ("act_verbs", "acts", "attacks"),
        ("avowals",),
        ("part", "participated", "response", "retaliation", "reprisal", "revenge", "answer"),
    ),
)  # fmt: skip


@lru_cache(maxsize=4)
def trigger_words(words: Words) -> Triggers:
    """What may read a statement at each word, in the order in which it is tried."""
    found: dict[str, tuple[Callable[[_Reader, int], Iterator[Charge]], ...]] = {}
    for one in _OPENED:
        for word in (
            words.any_of(tuple(f"blame.{name}" for name in one.lists))
            | words.openings("blame", *one.phrases)
            | set(one.words)
        ):
            found[word] = (*found.get(word, ()), one.read)
    return found
