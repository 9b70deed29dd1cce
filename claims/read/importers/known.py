"""The data sets that are recognised by their own headers, and the module that reads each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claims.lexicon import data
from claims.read.headers import fold
from claims.read.importers import acled, airwars, maverick, ucdp
from claims.read.shape import Shape

_READERS: dict[str, Shape] = {
    "acled": acled.read,
    "airwars": airwars.read,
    "maverick": maverick.read,
    "ucdp": ucdp.read,
}


@dataclass(frozen=True, slots=True)
class Importer:
    """A data set: its name for ``--from``, its title, the headers it needs (any one of each line), its reader."""

    name: str
    title: str
    needs: tuple[tuple[str, ...], ...]
    read: Shape

    def missing(self, headers: Sequence[str]) -> list[str]:
        """The headers it needs that a row does not have."""
        there = {fold(header) for header in headers}
        return [" or ".join(names) for names in self.needs if there.isdisjoint(map(fold, names))]


def importers() -> dict[str, Importer]:
    """Every importer of tables by its name."""
    sets: dict[str, Any] = data("claims", "importers/tables.yaml")["sets"]
    return {
        name: Importer(name, one["title"], tuple(tuple(names) for names in one["needs"]), _READERS[name])
        for name, one in sets.items()
    }


def recognised(headers: Sequence[str]) -> Importer | None:
    """The data set whose headers a row holds, if any."""
    return next((one for one in importers().values() if not one.missing(headers)), None)
