"""Drafts in a claim file: those that a person dropped are left out, those that nobody has checked are counted."""

from __future__ import annotations

from collections.abc import Iterator

from claims.drafts import DROPPED, guesses, is_draft, status_of
from claims.model import Claim
from claims.read.result import Warning_


class Drafts:
    """The drafts among the claims of one file, counted as they are read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.unchecked = self.dropped = self.guessed = 0
        self.documents: set[str] = set()

    def settled(self, claim: Claim) -> Claim | None:
        """A claim as it counts: a draft without what is only guessed, and None for one that a person dropped."""
        if not claim.__pydantic_extra__ or not (status := status_of(claim)):
            return claim
        if status == DROPPED:
            self.dropped += 1
            return None
        if not is_draft(claim):
            return claim
        self.unchecked += 1
        self.documents.add(claim.document)
        guessed = guesses(claim)
        self.guessed += len(guessed)
        return claim.model_copy(update=dict.fromkeys(guessed, "")) if guessed else claim

    def notes(self) -> Iterator[Warning_]:
        """What readers of the result must know."""
        if self.unchecked:
            claims = "1 claim is a draft" if self.unchecked == 1 else f"{self.unchecked} claims are drafts"
            texts = "1 document" if len(self.documents) == 1 else f"{len(self.documents)} documents"
            reason = (
                f"{claims}, read by machine from the text of {texts}; nobody has checked them. Each has the name of "
                "its document and the words it rests on, under document and quote"
            )
            yield Warning_(self.path, 0, "", "", reason)
        if self.guessed:
            reason = (
                f"{self.guessed} dates and places of drafts were left aside: in a text about several events they "
                "were guessed from the main one; set them, and the status, to use them"
            )
            yield Warning_(self.path, 0, "", "", reason)
        if self.dropped:
            rows = (
                "1 draft that was dropped is" if self.dropped == 1 else f"{self.dropped} drafts that were dropped are"
            )
            yield Warning_(self.path, 0, "", "", f"{rows} left out")
