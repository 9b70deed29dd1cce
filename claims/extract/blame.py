"""Who is said to have done it: accusations, claims of responsibility, admissions, denials, and silence.

A statement of responsibility needs a word for it (accuse, blame, claim, deny, behind, no comment), or a speaker who
says that a named party did something. Plain narrative ("X carried out strikes") is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.extract.accusing import Accusing
from claims.extract.analysis import Analysis
from claims.extract.charge import Charge, Range
from claims.extract.deeds import Deeds
from claims.extract.denying import Denying
from claims.extract.document import Document
from claims.extract.owning import Owning
from claims.extract.silence import Silence
from claims.extract.words import Words


def find_charges(
    document: Document, analysis: Analysis, teller: Callable[[int], str], words: Words, triggers: frozenset[str]
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
            kept.append(charge)
        seen |= {(charge.stance, charge.claimant, charge.accused if charge.stance == "accuses" else None)}
    return kept


_LISTS = (
    "accuses", "attributes", "planners", "disclaim", "untrue", "owns", "admits", "calls", "act_verbs", "acts",
    "attacks", "described",
)  # fmt: skip
_PHRASES = (
    "fingers", "behind", "under_attack", "no_part", "owning_up", "regrets", "silence", "unaware", "avowals",
)  # fmt: skip
_WORDS = frozenset(
    {"no", "responsibility", "credit", "claimed", "identified", "identifies", "named", "names", "come", "came", "comes"}
    | {"part", "participated", "suspicion", "blame", "hallmarks"}
    | {"response", "retaliation", "reprisal", "revenge", "answer"}
)


def trigger_words(words: Words) -> frozenset[str]:
    """Every word at which a statement may be found; at any other there is none."""
    lists = [words.lists[f"blame.{name}"] for name in _LISTS]
    return _WORDS.union(*lists, *(words.phrases[f"blame.{name}"] for name in _PHRASES))


class _Reader(Accusing, Denying, Owning, Silence, Deeds):
    def charges(self, triggers: frozenset[str]) -> Iterator[Charge]:
        for at, token in enumerate(self.tokens):
            if token.low not in triggers:
                continue
            yield from self._accusations(at)
            yield from self._denials(at)
            yield from self._owned_up(at)
            yield from self._silences(at)
            yield from self._painted(at)
            yield from self._deeds(at)

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
