"""Templates of HTML that escape everything, for the page of the report and for those of the server."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.words import day, moment, number


def templates(package: str) -> Environment:
    """The templates of a package, with the filters for numbers and dates; an unknown name in one is an error."""
    made = Environment(
        loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"number": number, "day": day, "moment": moment}
    return made
