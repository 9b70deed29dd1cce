"""The page of a project in a test: asked directly, or served on a port of its own."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from command import TWO
from fastapi.testclient import TestClient
from hostile import ATTACKS, hostile_claims
from sample_results import HOSTILE

from counterclaim.fixtures import fixtures_folder
from counterclaim.serving import project_of
from reconcile.decisions import Decision
from reconcile.engine import judged
from reports.web.app import create_app
from reports.web.desk import Desk
from reports.web.project import Project
from reports.web.server import bound

HOME = "http://127.0.0.1:8000"
OPTIONS: dict[str, Any] = {
    "mapping": (), "encoding": None, "policy": "plain", "actors": (), "people": None, "decisions": None, "quiet": True,
    "importer": None, "regroup": False,
}  # fmt: skip


def desk_of(*paths: Path | str, **options: Any) -> Desk:
    return Desk(project_of([str(p) for p in paths], {**OPTIONS, **options}))


def project(folder: Path, claims: str = TWO, name: str = "claims.csv") -> Path:
    """A folder with one file of claims; its path."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(claims, encoding="utf-8")
    return path


def shipped(folder: Path, name: str = "border", first: int | None = None) -> Path:
    """A copy of shipped fixtures, to decide upon; with ``first``, of so many lines only."""
    lines = (fixtures_folder() / name / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    return project(folder, "".join(lines[:first]))


def clock() -> Any:
    """A clock that moves by a second with each question."""
    seconds = itertools.count()
    return lambda: f"2026-01-01T12:{(n := next(seconds)) // 60:02}:{n % 60:02}+00:00"


def browser_of(desk: Desk, **changed: Any) -> TestClient:
    """A client that asks as a browser's own pages do."""
    headers = {"origin": HOME, "sec-fetch-site": "same-origin"}
    return TestClient(
        create_app(desk, clock()), **{"base_url": HOME, "headers": headers, "follow_redirects": False, **changed}
    )


def decided(path: Path) -> list[dict[str, Any]]:
    """The lines of the decisions file beside a file of claims."""
    lines = path.with_name("decisions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def hostile_desk(folder: Path) -> Desk:
    """Claims, decisions and a last line cut off that are attacks."""
    claims = [c for c in hostile_claims() if "-r0-" in c.id or "-f" in c.id or c.id.endswith("-0")]
    claims += [
        claims[0].model_copy(update={"id": f"h{n} {text}", "quote": text, "victims": text, "event": text})
        for n, text in enumerate(HOSTILE.values())
    ]
    (folder / "decisions.jsonl").write_bytes(b"")
    desk = Desk(Project((), folder, folder / "decisions.jsonl", lambda made: judged(claims, made)))
    attack = " ".join(ATTACKS)
    said = {"by": attack, "why": attack, "at": attack}
    pair = [claims[0].id, claims[1].id]
    for line in (
        {"decision": "unsure", "claims": pair},
        {"decision": "edit", "claims": pair[:1], "set": {"notes": attack}, "was": {"notes": attack}},
        {"decision": "undo", "of": "d-nothing"},
    ):
        desk.log.append(lambda _, line=line: Decision.model_validate(line | said))  # type: ignore[misc]
    with desk.log.path.open("ab") as stream:
        stream.write(f'{{"{attack}'.replace("\n", " ").encode())
    return desk


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The page on a free port of this machine, while the block runs; its address."""
    with bound(0) as listening:
        config = uvicorn.Config(create_app(desk, clock()), log_level="warning", lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
