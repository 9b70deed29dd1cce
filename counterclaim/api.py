"""Claims in, a result out, and what people read of it: what the command does, for Python."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claims.model import Claim
from counterclaim.project import Project, ProjectError, is_input, read_project
from counterclaim.reconciled import Reconciled
from reconcile.decisions import refusals
from reconcile.result import Finding, Result

AnyPath = str | os.PathLike[str]
Claims = Project | AnyPath | Iterable[Claim | Mapping[str, Any]]


def load(
    paths: AnyPath | Iterable[AnyPath],
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    actors: Iterable[AnyPath] = (),
    people: AnyPath | None = None,
    decisions: AnyPath | None = None,
) -> Project:
    """Read claim files or folders, with ``actors.yaml``, ``people.yaml`` and ``decisions.jsonl`` from beside them.

    ``columns`` renames headers, ``{"Death toll": "quantity"}``; ``encoding`` is that of text that is not UTF-8; the
    others take the place of the files beside the claims. Rows that cannot be read are in the result, under
    ``rejected``. Raises ProjectError for a file that cannot be read at all.
    """
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    return read_project(
        [os.fspath(p) for p in several],
        mapping=dict(columns) if columns else None,
        encoding=encoding,
        actors=[os.fspath(a) for a in actors],
        people=os.fspath(people) if people else None,
        decisions=os.fspath(decisions) if decisions else None,
    )


def reconcile(
    claims: Claims, *, policy: str = "plain", as_of: str | None = None, estimates: bool = False
) -> Reconciled:
    """Group claims into events, and find which of them cannot both be right.

    ``claims`` are a loaded project, a path to load, claims, or rows of the claim format as mappings. ``policy`` says
    how vague numbers are read; ``as_of`` leaves out what was published after a date; ``estimates`` adds one number for
    each population under each of several rules. Raises ProjectError for claims that cannot be read.
    """
    project = _project(claims)
    return Reconciled.of(project.judged(policy=policy, as_of=as_of, estimates=estimates), project.decisions)


def _project(claims: Claims) -> Project:
    if isinstance(claims, Project):
        return claims
    if isinstance(claims, str | os.PathLike):
        return load(claims)
    return Project([_claim(said, row) for row, said in enumerate(claims, 1)])


def _claim(said: Claim | Mapping[str, Any], row: int) -> Claim:
    from pydantic import ValidationError

    if isinstance(said, Claim):
        return said
    try:
        return Claim.model_validate(dict(said))
    except ValidationError as error:
        raise ProjectError(f"claim {row} cannot be read: {refusals(error)}") from None


def check(result: Result, fail_on: str | int = "moderate") -> list[Finding]:
    """The contradictions and tensions from a severity up, the most severe first.

    ``fail_on`` is ``note``, ``moderate``, ``serious`` or ``head-on``, or a number from 0 to 100; ValueError for
    anything else.
    """
    from counterclaim.bands import severity_of
    from reports.view import CONTESTED

    least = severity_of(fail_on)
    return [f for f in result.findings if f.verdict in CONTESTED and f.severity >= least]


def render(result: Result, form: str = "markdown", **options: Any) -> str:
    """The report as text, in a form such as ``terminal``, ``markdown``, ``json`` or ``csv``.

    ``options`` are those of the form, such as ``everything=True``. Raises UnknownForm, a ValueError, for a form that
    no report has, and for one that is no text: ``save`` writes those.
    """
    from reports.forms import UnknownForm, form_named
    from reports.render import render as pieces

    if form_named(form).binary:
        raise UnknownForm(f"{form} is no text; write it to a file with counterclaim.save")
    return "".join(str(piece) for piece in pieces(result, form, **options))


def save(result: Result, path: AnyPath, form: str | None = None, **options: Any) -> Path:
    """Write the report to a file, in the form that its suffix tells or that is named, and give back its path.

    The file is written whole or not at all. Raises UnknownForm, OSError, and ValueError for a file that the claims
    were read from.
    """
    from reports.render import form_for, render, write_beside_then_rename

    target = Path(path)
    if is_input(target, result):
        raise ValueError(f"{target}: the claims come from this file; name another one for the report")
    write_beside_then_rename(target, render(result, form or form_for(target), **options))
    return target
