"""Who caused a loss: as the sentence has it, else whoever did the deed that the loss belongs to.

A loss told without an agent ("12 people were killed") belongs to the event that the text is telling of; the party that
was last said to have done something there, on a day that fits, is proposed and marked as taken over. A total over a
long time, a fight of two sides and a loss of that party's own people take nothing over. Weapons and wars are nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as day

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.doings import Doing, Doings
from claims.extract.drafts import Field
from claims.extract.loss import Loss
from claims.extract.parties_told import are_fighters, kind_of, side_of
from claims.extract.words import Words

_AHEAD = 10
"""Words behind a loss within which its doer may follow: "12 died when X attacked"."""
_WINDOW = 21
"""Days from which a date holds more than one event."""
_APART = 3
"""Days between what is told of a deed and of its losses at most."""
_TAKES = frozenset({"killed", "injured", "casualties"})
"""What happens to people by somebody's deed. Who captured or freed them is said in the sentence or not at all."""


class Perpetrators:
    """Finds who caused each loss of one document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], doings: Doings, words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.doings, self.parts = doings, doings.parts

    def of(self, number: int, loss: Loss, draft: dict[str, Field], *, total: bool) -> Field | None:
        """Who caused a loss of the sentence with this number; `total` says that it counts a long time."""
        if loss.measure in ("rescued", "strength"):
            return None
        own = self._own(number, loss, draft["claimant"])
        if own is not None:
            return own
        if total or loss.measure not in _TAKES or "said to be alive" in loss.flags:
            return None
        if _is_mutual(self.analyses[number], loss, self.words):
            return None
        found = self._taken_over(number, loss, draft)
        if found is None:
            return None
        return Field(found.text, "inherited", "the doer told of", found.start, found.end)

    def _own(self, number: int, loss: Loss, claimant: Field) -> Field | None:
        """The agent in the words of the sentence."""
        if loss.agent is None:
            itself = loss.rule == "active" and claimant.source != "default"
            return Field(claimant.value, "coreference", "the speaker itself", *_at(claimant)) if itself else None
        start, end = self.analyses[number].offsets(*loss.agent)
        text = self.document.raw[start:end]
        kind = kind_of(text, self.words)
        if kind == "pronoun":
            return self._stand_in(number, loss.agent[0], text, claimant, (start, end))
        if kind in ("owned", "group"):
            return self._owned(text, claimant, (start, end), number, loss.agent[0])
        if kind in ("party", "name"):
            return Field(text, "explicit", "subject or agent", start, end)
        return None

    def _stand_in(self, number: int, token: int, text: str, claimant: Field, at: tuple[int, int]) -> Field | None:
        """Whom "they" or "it" means: the speaker who says it, else the last doer."""
        if claimant.source != "default" and text.lower() != "he":
            return Field(claimant.value, "coreference", "the speaker itself", *at, (text,))
        before = self.doings.before(number, token)
        if before:
            return Field(before[-1].text, "coreference", "the doer before", *at, (text,))
        return None

    def _owned(self, text: str, claimant: Field, at: tuple[int, int], number: int, token: int) -> Field:
        """ "Its forces" or "the group", with the party meant in brackets, since the words do not name it."""
        owner = claimant.value if claimant.source != "default" and kind_of(text, self.words) == "owned" else ""
        if not owner:
            before = self.doings.before(number, token)
            owner = before[-1].text if before else ""
        return Field(f"{text} ({owner})" if owner else text, "coreference", "whose they are", *at, (text,))

    def _taken_over(self, number: int, loss: Loss, draft: dict[str, Field]) -> Doing | None:
        """The doer of the deed that the loss belongs to: of the same sentence, or of the one before it where the words
        point back ("the victims", "another 12", "it said")."""
        part = self.parts[number]
        fitting = [d for d in self.doings.near(number, 1) if self.parts[d.sentence] == part]
        fitting = [d for d in fitting if d.kind == "party" and self._fits(d, loss, draft)]
        here = [d for d in fitting if d.sentence == number and d.token <= loss.first + _AHEAD]
        if here:
            return min(here, key=lambda d: (d.charged, d.token > loss.first, abs(d.token - loss.first)))
        if _is_long(draft["date"].value) or not self._points_back(number):
            return None
        paragraph = self.analyses[number].sentence.paragraph
        near = [d for d in fitting if d.sentence == number - 1 and d.paragraph == paragraph]
        return min(near, key=lambda d: (d.charged, -d.token), default=None)

    def _points_back(self, number: int) -> bool:
        """Whether a sentence opens with words that mean what was told before."""
        tokens = self.analyses[number].sentence.tokens
        return any(self.words.match("blame.back", tokens, at) for at in range(min(2, len(tokens))))

    def _fits(self, doing: Doing, loss: Loss, draft: dict[str, Field]) -> bool:
        victims, when = draft["victims"].value, draft["date"].value
        side = draft["victim_side"].value if "victim_side" in draft else ""
        if doing.date and when and (not _overlap(doing.date, when) or _is_long(when) != _is_long(doing.date)):
            return False
        if are_fighters(victims, self.words) and are_fighters(doing.text, self.words):
            return False
        claimant = draft["claimant"]
        teller = claimant.value if claimant.source != "default" else ""
        if teller and side_of(teller) and side_of(teller) == side_of(doing.text):
            return are_fighters(victims, self.words)
        return not _same(doing.text, victims) and not (side and _same(doing.text, side))


def _is_long(date: str) -> bool:
    """Whether an EDTF interval is longer than three weeks."""
    first, last = _window(date)
    return last - first > _WINDOW and "/" in date


def _at(field: Field) -> tuple[int, int]:
    return field.start, field.end


def _is_mutual(analysis: Analysis, loss: Loss, words: Words) -> bool:
    """Whether a loss is told of a fight of two sides: "killed in clashes"."""
    tokens = analysis.sentence.tokens
    return any(words.has("blame.mutual", token.low) for token in tokens[loss.first : loss.first + 7])


def _same(one: str, other: str) -> bool:
    """Whether two wordings may mean one party: of one side, or with the same word for people."""
    a, b = side_of(one), side_of(other)
    if a and b:
        return a == b
    return bool(_heads(one) & _heads(other))


def _heads(text: str) -> set[str]:
    return {word.strip('".,()') for word in text.lower().replace("'s", "").split()} - _SMALL


_SMALL = frozenset(
    {"the", "a", "an", "of", "and", "its", "their", "his", "our", "other", "two", "three", "armed", "local"}
)


def _overlap(one: str, other: str) -> bool:
    """Whether two EDTF dates or intervals lie at most three days apart; an open end is open."""
    (first_a, last_a), (first_b, last_b) = _window(one), _window(other)
    return first_a - last_b <= _APART and first_b - last_a <= _APART


def _window(date: str) -> tuple[int, int]:
    """The first and the last day of an EDTF date as ordinals, without bounds where it is open or coarser."""
    first, _, last = date.replace("~", "").partition("/")
    return _ordinal(first, 0), _ordinal(last or first, day.max.toordinal())


def _ordinal(text: str, unknown: int) -> int:
    try:
        return day.fromisoformat(text).toordinal()
    except ValueError:
        return unknown
