"""Drafts among claims: dropped ones and opinions of models are left out, those that nobody has checked are counted."""

from __future__ import annotations

from collections.abc import Iterator

from claims.drafts import DROPPED, guesses, is_draft, is_opinion, status_of
from claims.model import Claim
from claims.read.result import Warning_


class Drafts:
    """The drafts of a run, counted as they are read."""

    def __init__(self) -> None:
        self.unchecked = self.dropped = self.guessed = self.opinions = 0
        self.files: dict[str, None] = {}
        self.documents: set[tuple[str, str]] = set()

    def settled(self, claim: Claim, path: str) -> Claim | None:
        """A claim as it counts: a draft without what is only guessed.

        None for one that a person dropped, and for a second opinion that nobody has accepted.
        """
        status = status_of(claim)
        if status == DROPPED:
            self.files[path] = None
            self.dropped += 1
            return None
        if not is_draft(claim):
            return claim
        if is_opinion(claim):
            self.files[path] = None
            self.opinions += 1
            return None
        self.files[path] = None
        self.unchecked += 1
        self.documents.add((path, claim.document))
        guessed = guesses(claim)
        self.guessed += len(guessed)
        return claim.model_copy(update=dict.fromkeys(guessed, "")) if guessed else claim

    def notes(self) -> Iterator[Warning_]:
        """What readers of the result must know."""
        first, *others = [*self.files] or [""]
        path = f"{first} and {_several(len(others), 'more file')}" if others else first
        if self.unchecked:
            are, them, each = ("is a draft", "it", "It") if self.unchecked == 1 else ("are drafts", "them", "Each")
            reason = (
                f"{_several(self.unchecked, 'claim')} {are}, read by machine from the text of "
                f"{_several(len(self.documents), 'document')}; nobody has checked {them}. {each} has the name of its "
                "document and the words it rests on, under document and quote"
            )
            yield Warning_(path, 0, "", "", reason)
        if self.guessed:
            reason = (
                f"{self.guessed} dates and places of drafts were left aside: in a text about several events they "
                "were guessed from the main one; set them, and the status, to use them"
            )
            yield Warning_(path, 0, "", "", reason)
        if self.opinions:
            are = "second opinion of a model is" if self.opinions == 1 else "second opinions of a model are"
            yield Warning_(path, 0, "", "", f"{self.opinions} {are} left out until somebody accepts them")
        if self.dropped:
            are = "draft that was dropped is" if self.dropped == 1 else "drafts that were dropped are"
            yield Warning_(path, 0, "", "", f"{self.dropped} {are} left out")


def _several(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
