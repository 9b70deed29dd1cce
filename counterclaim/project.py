"""From paths on a command line to a judged result: the claim files, and what lies beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.read import Loaded
    from reconcile.decisions import Decision
    from reconcile.engine import Intake, Judged

Progress = Callable[[str, int, int], None]


class ProjectError(Exception):
    """Input that cannot be used at all, in one plain sentence."""


def beside(paths: Sequence[str], name: str) -> Path | None:
    """A project file such as ``decisions.jsonl`` in the folder of the first path that has one."""
    for path in paths:
        if path == "-":
            continue
        folder = Path(path) if Path(path).is_dir() else Path(path).parent
        if (folder / name).is_file():
            return folder / name
    return None


def judge_files(
    paths: Sequence[str],
    *,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    policy: str = "plain",
    actors: Sequence[str] = (),
    people: str | None = None,
    decisions: str | None = None,
    made: Sequence[Decision] | None = None,
    as_of: str | None = None,
    estimates: bool = False,
    progress: Progress | None = None,
) -> tuple[Judged, tuple[Decision, ...]]:
    """Read claim files with the actors and decisions beside them, and judge them, as of a date if one is given.

    ``made`` are decisions at hand, in place of a file's. ``estimates`` adds one number for each population under each
    of several rules.

    Raises ProjectError for input that cannot be read at all.
    """
    from claims.actors import RegistryError, load_registry
    from claims.people_files import PeopleError, load_people
    from claims.policy import load_policy
    from claims.quantity import QuantityError
    from claims.read import UnreadableFile, load
    from reconcile.as_of import AsOfError
    from reconcile.decisions import DecisionError, load_decisions
    from reconcile.engine import judged

    tell = progress or (lambda stage, done, total: None)
    own_actors = [Path(a) for a in actors] or [p for p in [beside(paths, "actors.yaml")] if p]
    own_people = Path(people) if people else beside(paths, "people.yaml")
    own_decisions = Path(decisions) if decisions else beside(paths, "decisions.jsonl")
    try:
        loaded = load(paths, mapping=mapping, encoding=encoding, progress=lambda n: tell("load", n, 0))
        taken = made if made is not None else load_decisions(own_decisions) if own_decisions else ()
        result = judged(
            loaded.claims,
            tuple(taken),
            load_policy(policy),
            load_registry(own_actors),
            people=load_people(own_people) if own_people else None,
            as_of=as_of,
            estimates=estimates,
            intake=_intake(loaded),
            progress=progress,
        )
    except (UnreadableFile, RegistryError, PeopleError, DecisionError, QuantityError, AsOfError) as error:
        raise ProjectError(str(error)) from None
    return result, tuple(taken)


def _intake(loaded: Loaded) -> Intake:
    """What reading reported, in the words of the result."""
    from reconcile.engine import Intake
    from reconcile.result import Input, RejectedRow, RowRead

    return Intake(
        [Input(path=i.path, sha256=i.sha256, claims=i.claims, rejected=i.rejected) for i in loaded.inputs],
        [RejectedRow(path=r.path, row=r.row, column=r.column, value=r.value, reason=r.reason) for r in loaded.rejected],
        [str(w) for w in loaded.warnings],
        {c.id: RowRead(*place) for c, place in zip(loaded.claims, loaded.places, strict=True)},
    )
