"""An actor, how two of them may stand to each other, and what a registry of them refuses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_STATE_LIKE = frozenset({"state", "government", "territory", "de facto state"})
_GOVERNING = _STATE_LIKE | {"armed group", "movement"}


class RegistryError(ValueError):
    """An actor file cannot be used; the message names the file, the entry and the remedy."""


class Relation(StrEnum):
    """How one actor stands to another in the tree of actors."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks.

    `part_of` is the id of the actor that contains this one; `own_side` says that it is a belligerent of its
    own all the same. A `third_party` speaks for no belligerent; `state` is the id of who runs it, if anybody.
    """

    id: str
    name: str
    kind: str
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    third_party: bool = False
    own_side: bool = False
    state: str | None = None

    @property
    def governs(self) -> bool:
        """True for a state, a government, or an authority that rules a territory."""
        return self.kind in _STATE_LIKE

    @property
    def has_bodies(self) -> bool:
        """True for who may have offices or forces: what governs, and armed groups and movements."""
        return self.kind in _GOVERNING


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of office or force that any state may have; `within` is the kind of body that contains it."""

    name: str
    kind: str
    within: str | None = None
    military: bool = False
    third_party: bool = False

    def of(self, owner: Actor, body_id: str) -> Actor:
        """The owner's body of this kind; one without a kind ("the leadership") is the owner itself."""
        if not self.kind:
            return owner
        whole = f"{owner.id}/{self.within}" if self.within else owner.id
        return Actor(
            f"{owner.id}/{body_id}",
            f"{owner.name} {self.name}",
            self.kind,
            None if self.third_party else whole,
            third_party=self.third_party,
            state=owner.id if self.third_party else None,
        )
