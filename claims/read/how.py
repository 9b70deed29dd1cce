"""How the user asked for files to be read, beside their encoding and mapping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.read.mapping import FileMap


@dataclass(frozen=True, slots=True)
class How:
    """``importer`` names the data set that every file is (empty: found by its headers).

    ``regroup`` leaves out the events that a data set numbers itself, so that its claims can be put together with
    those of another set; ``online`` allows addresses on the network. ``mapping`` stands in for the one that lies
    beside a table. ``published`` and ``outlet`` are those of documents, where the user names them.
    """

    importer: str = ""
    regroup: bool = False
    online: bool = False
    mapping: FileMap | None = None
    published: date | None = None
    outlet: str = ""


AS_FOUND = How()
