"""A result that still holds what it was made from, so that it can say why."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import PrivateAttr

from reconcile.decisions import Decision
from reconcile.engine import Judged
from reconcile.result import Explanation, Result


@dataclass(frozen=True, slots=True)
class _Behind:
    """What a result was made from; of no account when two results are compared."""

    judged: Judged = field(compare=False)
    decisions: tuple[Decision, ...] = field(compare=False)


class Reconciled(Result):
    """A result, and the evidence behind it."""

    _behind: _Behind | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, judged: Judged, decisions: tuple[Decision, ...] = ()) -> Reconciled:
        """The result of a run of the engine."""
        made = cls.model_construct(**dict(judged.result))
        made._behind = _Behind(judged, decisions)
        return made

    @property
    def has_evidence(self) -> bool:
        """Whether it can explain itself."""
        return self._behind is not None

    def explain(self, one: str, two: str) -> Explanation:
        """Why two claims, named by their ids, are or are not one event, and why they do or do not disagree.

        Raises UnknownClaim, a ValueError, for an id that no claim has; it offers the nearest ones. Raises ValueError
        where the evidence is gone: in a result that was read from a file.
        """
        from reconcile.explain import explain

        if self._behind is None:
            raise ValueError("the evidence is gone; only what counterclaim.reconcile gives can explain itself")
        return explain(self._behind.judged, one, two, self._behind.decisions)
