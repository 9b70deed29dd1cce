"""Who copied whom, in the shape of the public result."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.judge.case import Case
from reconcile.result import ReadClaim, Retold


def retold(case: Case) -> list[Retold]:
    """The steps that the claims of an event make towards their origins, by claim."""
    return [
        Retold(
            claim=link.copy.id,
            of=link.of.id if link.of else None,
            origin=case.origins.root(link.copy).called,
            why=link.why.value,
            reason=link.reason,
            changed=list(link.changes or ()),
        )
        for link in case.origins.links
    ]


def traced(claims: Sequence[ReadClaim], case: Case) -> list[ReadClaim]:
    """Claims of an event with whose words they are, and why."""
    why: dict[str, list[str]] = {}
    for link in case.origins.links:
        why.setdefault(link.copy.id, []).append(link.reason)
    return [
        claim.model_copy(
            update={
                "origin": case.origins.root(reading).called,
                "origin_why": ", ".join(why[reading.id]) if reading.id in why else None,
            }
        )
        for claim, reading in zip(claims, case.readings, strict=True)
    ]
