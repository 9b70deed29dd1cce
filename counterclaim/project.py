"""From paths to a judged result: the claim files, and what lies beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.actors import Registry
    from claims.model import Claim
    from claims.people_words import Lexicon
    from claims.read import Loaded
    from claims.read.how import How
    from reconcile.decisions import Decision
    from reconcile.engine import Intake, Judged
    from reconcile.result import Result

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


def is_input(path: Path, result: Result) -> bool:
    """Whether a file is one of those that the claims of a result were read from."""
    return path.exists() and any(
        Path(read.path).exists() and path.samefile(read.path) for read in result.run.inputs if read.path
    )


@dataclass(frozen=True, slots=True)
class Project:
    """Claims as they were read, with the decisions, actors and words that go with them."""

    claims: Sequence[Claim]
    decisions: tuple[Decision, ...] = ()
    registry: Registry | None = None
    """The sides and their aliases; None for those that ship."""
    people: Lexicon | None = None
    """The project's own words for the people counted, beside those that ship."""
    intake: Intake | None = None
    """What reading the files reported: their hashes, the rows that could not be read, and warnings."""

    def judged(
        self,
        *,
        policy: str = "plain",
        as_of: str | None = None,
        estimates: bool = False,
        progress: Progress | None = None,
    ) -> Judged:
        """Judge the claims, as of a date if one is given; ``estimates`` adds numbers under each of several rules.

        Raises ProjectError for a policy or a date that cannot be used, ValueError when two claims share an id.
        """
        from claims.policy import PolicyError, load_policy
        from claims.quantity import QuantityError
        from reconcile.as_of import AsOfError
        from reconcile.engine import NOTHING_REPORTED, judged

        try:
            return judged(
                self.claims,
                self.decisions,
                load_policy(policy),
                self.registry,
                people=self.people,
                as_of=as_of,
                estimates=estimates,
                intake=self.intake or NOTHING_REPORTED,
                progress=progress,
            )
        except (PolicyError, QuantityError, AsOfError) as error:
            raise ProjectError(str(error)) from None


def read_project(
    paths: Sequence[str],
    *,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    actors: Sequence[str] = (),
    people: str | None = None,
    decisions: str | None = None,
    made: Sequence[Decision] | None = None,
    progress: Progress | None = None,
    how: How | None = None,
) -> Project:
    """Read claim files, with the actors, people and decisions beside them unless others are named.

    ``made`` are decisions at hand, in place of any file's.

    Raises ProjectError for input that cannot be read at all.
    """
    from claims.actors import RegistryError, load_registry
    from claims.people_files import PeopleError, load_people
    from claims.read import UnreadableFile, load
    from claims.read.how import AS_FOUND
    from reconcile.decisions import DecisionError, load_decisions

    tell = progress or (lambda stage, done, total: None)
    own_actors = [Path(a) for a in actors] or [p for p in [beside(paths, "actors.yaml")] if p]
    own_people = Path(people) if people else beside(paths, "people.yaml")
    own_decisions = Path(decisions) if decisions else beside(paths, "decisions.jsonl")
    try:
        loaded = load(
            paths, mapping=mapping, encoding=encoding, progress=lambda n: tell("load", n, 0), how=how or AS_FOUND
        )
        return Project(
            loaded.claims,
            tuple(made if made is not None else load_decisions(own_decisions) if own_decisions else ()),
            load_registry(own_actors),
            load_people(own_people) if own_people else None,
            _intake(loaded),
        )
    except (UnreadableFile, RegistryError, PeopleError, DecisionError) as error:
        raise ProjectError(str(error)) from None


def judge_files(
    paths: Sequence[str],
    *,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    how: How | None = None,
    policy: str = "plain",
    actors: Sequence[str] = (),
    people: str | None = None,
    decisions: str | None = None,
    as_of: str | None = None,
    estimates: bool = False,
    progress: Progress | None = None,
) -> tuple[Judged, tuple[Decision, ...]]:
    """Read claim files as ``read_project`` does and judge them as ``Project.judged`` does. Raises ProjectError."""
    project = read_project(
        paths,
        mapping=mapping,
        encoding=encoding,
        actors=actors,
        people=people,
        decisions=decisions,
        progress=progress,
        how=how,
    )
    return project.judged(policy=policy, as_of=as_of, estimates=estimates, progress=progress), project.decisions


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
