"""What a client may ask, as the specification has it (sections 4.1 and 7.4)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, model_validator

MOST_QUERIES = 500
"""Queries in one batch; a larger one is answered with status 413."""
_FEW, _MANY = 10, 100


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Known(_Asked):
    """A value that was reconciled before."""

    id: str
    name: str = ""


Value = str | bool | int | float | Known


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


class Property(_Asked):
    """A column of the table with what it says in the row."""

    pid: str
    v: Annotated[list[Value], BeforeValidator(_several)]

    @property
    def texts(self) -> list[str]:
        return [v.name or v.id if isinstance(v, Known) else str(v) for v in self.v]


class Query(_Asked):
    """One row to be matched: a name, columns, or both."""

    query: str = Field(default="", max_length=2_000)
    type: Annotated[list[str], BeforeValidator(_several)] = []
    limit: float = _FEW
    properties: list[Property] = []

    @model_validator(mode="after")
    def _asks_something(self) -> Query:
        if not self.query.strip() and not self.properties:
            raise ValueError("a query needs 'query' or 'properties'")
        return self

    @property
    def most(self) -> int:
        return int(min(max(1, self.limit), _MANY))

    def said(self, pid: str) -> str:
        """What the row says in a property, several values parted by ``;``; empty where it says nothing."""
        return "; ".join(text.strip() for p in self.properties if p.pid == pid for text in p.texts if text.strip())


class Batch(RootModel[dict[str, Query]]):
    """Queries by the ids that their answers go by."""


class Wished(_Asked):
    """A property to be fetched."""

    id: str


class Extension(_Asked):
    """Entities and the properties to be fetched of each."""

    ids: list[str] = Field(max_length=10_000)
    properties: list[Wished] = Field(max_length=100)
