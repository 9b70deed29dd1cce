"""The command ``serve``: the project's page, on this machine only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.options import PATHS, how_of, input_options, mapping_of
from counterclaim.running import Progress, fail, stops_cleanly

if TYPE_CHECKING:
    from reconcile.decisions import Decision
    from reconcile.engine import Judged
    from reports.web.desk import Desk
    from reports.web.project import Project

Command = TypeVar("Command", bound=Callable[..., Any])

_NEEDED = ("fastapi", "uvicorn")
_REMEDY = "install the extra: pip install 'counterclaim[serve]'"


def _here_and_now(command: Command) -> Command:
    """Without ``--as-of`` and ``--online``: people decide on the project as it is now, on this machine."""
    given = command.__dict__["__click_params__"]
    given[:] = [parameter for parameter in given if parameter.name not in ("as_of", "online")]
    return command


@click.command(
    epilog="""\b
Examples:
  counterclaim serve claims.csv
  counterclaim serve folder/ --port 8765 --no-browser"""
)
@PATHS
@_here_and_now
@input_options
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Which port to serve on. Default: a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address without opening it.")
@stops_cleanly
def serve(paths: tuple[str, ...], port: int, no_browser: bool, **options: Any) -> None:
    """Read, search and decide in a browser on this machine.

    Decisions go to decisions.jsonl beside the claims at once; claim files are never written. The same address serves
    a Reconciliation API v0.2 under /reconcile. Nothing is sent anywhere and nobody else can connect.
    """
    _need_the_extra()
    if "-" in paths:
        fail("serve reads files again when they change; name a file or a folder instead of -")
    from reports.web.server import PortTaken, run

    desk = _opened(project_of(paths, options))
    try:
        run(desk, port, opened=not no_browser, tell=click.echo)
    except PortTaken as error:
        fail(str(error))


def _need_the_extra() -> None:
    from importlib.util import find_spec

    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        fail(f"serve needs {' and '.join(missing)}; {_REMEDY}")


def project_of(paths: Sequence[str], options: dict[str, Any]) -> Project:
    """The project that paths and options of the command name."""
    from claims.read.mapping import FOLDER, SUFFIX
    from counterclaim.project import beside
    from reports.web.project import Project

    first = Path(paths[0])
    folder = first if first.is_dir() else first.parent
    named = Path(options["decisions"]) if options["decisions"] else beside(paths, "decisions.jsonl")
    extra = [options["people"], *options["actors"]]
    near = [beside(paths, name) or folder / name for name in ("actors.yaml", "people.yaml", FOLDER)]
    near += [Path(path + SUFFIX) for path in paths]
    return Project(
        paths=(*map(Path, paths), *(Path(p) for p in extra if p), *near),
        folder=folder,
        decisions=named or folder / "decisions.jsonl",
        judge=_judge(paths, options),
    )


def _judge(paths: Sequence[str], options: dict[str, Any]) -> Callable[[Sequence[Decision]], Judged]:
    def judge(made: Sequence[Decision]) -> Judged:
        from counterclaim.project import ProjectError, read_project
        from reports.web.project import Unreadable

        progress = Progress(options["quiet"])
        try:
            read = read_project(
                paths,
                mapping=mapping_of(options["mapping"]) or None,
                encoding=options["encoding"],
                how=how_of(options),
                actors=options["actors"],
                people=options["people"],
                made=made,
                progress=progress,
            )
            return read.judged(policy=options["policy"], progress=progress)
        except ProjectError as error:
            raise Unreadable(str(error)) from None
        finally:
            progress.close()

    return judge


def _opened(project: Project) -> Desk:
    """The desk with its claims judged, so that input that cannot be used ends the command as any other does."""
    from reports.web.desk import Desk
    from reports.web.project import Unreadable

    desk = Desk(project)
    try:
        desk.snapshot()
    except Unreadable as error:
        fail(str(error))
    return desk
