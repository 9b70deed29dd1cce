"""Who caused a loss: as the sentence has it, else whoever did the deed that the loss belongs to.

A loss told without an agent ("12 people were killed") belongs to the event that the text is telling of; who did that is
proposed by `inheriting` and marked as taken over. Weapons and wars are nobody: only whose they are is somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.doings import Doings
from claims.extract.drafts import Field
from claims.extract.inheriting import Inheriting
from claims.extract.loss import Loss
from claims.extract.parties_told import can_do, kind_of
from claims.extract.words import Words

_TAKES = frozenset({"killed", "injured", "casualties", "neutralised", "destroyed"})
"""What happens to people by somebody's deed. Who captured or freed them is said in the sentence or not at all."""


class Perpetrators:
    """Finds who caused each loss of one document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], doings: Doings, words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.doings = doings
        self.inheriting = Inheriting(analyses, doings, doings.settings.scenes, words)

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
        return self.inheriting.field(number, loss, draft)

    def _own(self, number: int, loss: Loss, claimant: Field) -> Field | None:
        """The agent in the words of the sentence."""
        if loss.agent is None:
            itself = loss.rule == "active" and self._is_own_deed(number, loss, claimant)
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
        return self._of_war(text, start)

    def _of_war(self, text: str, start: int) -> Field | None:
        """Whose war it is: "the LRA's insurgency has killed 10,000"."""
        plain = self.document.shadow[start : start + len(text)]
        owner, war, what = plain.partition("'s ")
        fought = what.split()[-1:]
        if (
            not war
            or kind_of(owner, self.words) != "party"
            or not (fought and self.words.has("blame.mutual", fought[0]))
        ):
            return None
        return Field(text[: len(owner)], "explicit", "whose war it is", start, start + len(owner))

    def _stand_in(self, number: int, token: int, text: str, claimant: Field, at: tuple[int, int]) -> Field | None:
        """Whom "they" or "it" means: the speaker who says it, else the last doer."""
        if self._is_speaker(number, token, text.lower(), claimant):
            return Field(claimant.value, "coreference", "the speaker itself", *at, (text,))
        if text.lower() in ("he", "she", "i") and claimant.source != "default":
            return None  # "she helped to bury nine people"
        before = self.doings.before(number, token)
        if before:
            return Field(before[-1].text, "coreference", "the doer before", *at, (text,))
        return None

    def _is_own_deed(self, number: int, loss: Loss, claimant: Field) -> bool:
        """Whether a verb without a subject has the speaker for one: "claimed to have killed", "said, killing 12"."""
        before = [token.low for token in self.analyses[number].sentence.tokens[max(0, loss.first - 3) : loss.first + 1]]
        bare = before[-1].endswith("ing") or bool({"to", "having"} & set(before))
        return bare and claimant.source != "default" and can_do(claimant.value, self.words)

    def _is_speaker(self, number: int, token: int, low: str, claimant: Field) -> bool:
        """Whether a pronoun means who speaks: "we" does, "they" inside quotation marks does not."""
        if claimant.source == "default":
            return False
        if low in ("we", "i", "us"):
            return True
        quoted = self.analyses[number].sentence.in_quotes(token)
        return low != "he" and not quoted and can_do(claimant.value, self.words)

    def _owned(self, text: str, claimant: Field, at: tuple[int, int], number: int, token: int) -> Field:
        """ "Its forces" or "the group", with the party meant in brackets, since the words do not name it."""
        owner = claimant.value if claimant.source != "default" and kind_of(text, self.words) == "owned" else ""
        if not owner:
            before = self.doings.before(number, token)
            owner = before[-1].text if before else ""
        return Field(f"{text} ({owner})" if owner else text, "coreference", "whose they are", *at, (text,))


def _at(field: Field) -> tuple[int, int]:
    return field.start, field.end


def _is_mutual(analysis: Analysis, loss: Loss, words: Words) -> bool:
    """Whether a loss is told of a fight of two sides: "killed in clashes"."""
    tokens = analysis.sentence.tokens
    return any(words.has("blame.mutual", token.low) for token in tokens[loss.first : loss.first + 7])
