"""Reconciles what different people say about the same violent event. The public names; see ``docs/python.md``.

Each is imported when it is first used, so that the command and the pytest plugin start at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.model import Claim
    from counterclaim.api import check, load, reconcile, render, save
    from counterclaim.project import Project, ProjectError
    from counterclaim.reconciled import Reconciled
    from reconcile.result import Finding, Result

__all__ = [
    "Claim", "Finding", "Project", "ProjectError", "Reconciled", "Result",
    "check", "load", "reconcile", "render", "save",
]  # fmt: skip

_HOMES = {
    "Claim": "claims.model",
    "Finding": "reconcile.result",
    "Project": "counterclaim.project",
    "ProjectError": "counterclaim.project",
    "Reconciled": "counterclaim.reconciled",
    "Result": "reconcile.result",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "counterclaim.api")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
