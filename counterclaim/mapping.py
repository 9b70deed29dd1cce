"""``counterclaim map``: a guess at how a spreadsheet is read, shown, changed and saved beside it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.project import ProjectError

if TYPE_CHECKING:
    from claims.model import Claim
    from claims.read.guess import Guess
    from claims.read.mapping import FileMap
    from claims.read.peek import Top

_PREVIEW = 3
_READ = 200
"""How many rows are read to say how many of them hold claims."""
_HELP = (
    "Enter saves; a number changes what that header is; COLUMN=VALUE holds for every row; dates=day first or "
    "dates=month first says how days are written; p shows the claims again; q leaves without saving"
)


def map_file(path: str, *, yes: bool, encoding: str | None) -> None:
    """Guess, show and save the mapping of a table. Raises ProjectError for a file that is none, or has one already."""
    from claims.read.mapping import SUFFIX
    from claims.read.peek import top_of
    from claims.read.result import UnreadableFile

    target = Path(path + SUFFIX)
    if target.exists():
        raise ProjectError(f"{target}: this mapping is there already; change it by hand, or remove it to guess afresh")
    try:
        top = top_of(path, encoding)
    except UnreadableFile as error:
        raise ProjectError(str(error)) from None
    if known := _read_without(top):
        click.echo(f"{_visible(path)}: {known}; no mapping is needed")
        return
    _Talk(path, target, top, encoding).run(yes, _watched())


def _watched() -> bool:
    """Whether a person is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _read_without(top: Top) -> str:
    """Why a table needs no mapping, or an empty text."""
    from claims.read.headers import fold, needed, spellings
    from claims.read.importers.known import recognised

    if found := recognised(top.headers):
        return f"read as {found.title}, by its headers"
    columns = {spellings().get(fold(header), "") for header in top.headers}
    if "" not in columns and columns.issuperset(needed()) and not _numeric_dates(top):
        return "its headers are those of the claim format"
    return ""


def _numeric_dates(top: Top) -> list[str]:
    from claims.read.guess import dates_of, guessed

    return dates_of(top, guessed(top))


class _Talk:
    """One conversation about a table: the guesses so far, and the constants that a person gave."""

    def __init__(self, path: str, target: Path, top: Top, encoding: str | None) -> None:
        from claims.read.day_order import order_of
        from claims.read.guess import guessed

        self.path, self.target, self.top, self.encoding = path, target, top, encoding
        self.guesses: list[Guess] = guessed(top)
        self.constants: dict[str, str] = {}
        self.dates = order_of(_numeric_dates(top))

    @property
    def mapping(self) -> FileMap:
        from claims.read.guess import mapping_of

        return mapping_of(self.guesses, self.constants, self.dates)

    def run(self, yes: bool, watched: bool) -> None:
        self.show()
        if yes:
            self.save()
        elif watched:
            self.ask()
        else:
            from claims.read.toml_text import mapping_toml

            click.echo(f"\n{mapping_toml(self.mapping)}")
            click.echo(f"Not saved. Save it with: counterclaim map {_visible(self.path)} --yes", err=True)

    def show(self) -> None:
        width = max(len(_visible(g.header)) for g in self.guesses)
        for number, guess in enumerate(self.guesses, 1):
            example = next(iter(self.top.values(number - 1)), "")
            what = guess.column or (_count_words(guess) if guess.count else "-")
            shown = f"{number:>3}  {_visible(guess.header):<{width}}  {what:<22} {guess.why}"
            click.echo(shown + (f"; such as {_visible(example, 40)}" if example else ""))
        mapping = self.mapping
        for column, value in mapping.constants.items():
            click.echo(f"     every row: {column} = {_visible(value)}")
        for column, other in mapping.otherwise.items():
            click.echo(f"     {column}: the same as {other}, where no cell says otherwise")
        self.show_dates()
        self.preview()

    def show_dates(self) -> None:
        """How dates in numbers are read, by the first of them."""
        from claims.read.day_order import in_edtf
        from claims.read.guess import dates_of

        if not (written := dates_of(self.top, self.guesses)):
            return
        if self.dates:
            example = next((text for text in written if text[:2] != text[3:5]), written[0])
            click.echo(f"     dates: {self.dates}; {example} is {in_edtf(example, self.dates)}")
        else:
            click.echo(
                f"     dates: nothing tells whether {written[0]} begins with its day or its month; write "
                'dates = "day first" or "month first" into the mapping, or such rows are refused'
            )

    def preview(self) -> None:
        """The first claims as they would be read, and what would be rejected."""
        from claims.read.guess import missing

        if lacking := missing(self.mapping):
            click.echo(f"\nNo claims yet: nothing gives {' or '.join(lacking)}.")
            return
        click.echo("\nThe first claims would be:")
        for line in _first_claims(self.path, self.mapping, self.encoding):
            click.echo(f"  {line}")

    def ask(self) -> None:
        click.echo(f"\n{_HELP}.")
        while True:
            answer = click.prompt("", prompt_suffix="> ", default="", show_default=False).strip()
            if answer == "q":
                return
            if answer == "p":
                self.show()
            elif not answer:
                if self.save():
                    return
            elif answer.isdecimal():
                self.change(int(answer))
            else:
                self.fix(answer)

    def change(self, number: int) -> None:
        """Ask what one header is."""
        from claims.read.guess import Guess
        from claims.read.mapping import Count

        if not 1 <= number <= len(self.guesses):
            click.echo(f"There are headers 1 to {len(self.guesses)}.")
            return
        old = self.guesses[number - 1]
        said = click.prompt(
            f"{_visible(old.header)} is (a column, a measure such as killed, or - for neither)", default="-"
        ).strip()
        column, measure = _meant(said)
        if said != "-" and not column and not measure:
            click.echo(f"{_visible(said)} is no column and no measure; see counterclaim schema claim.")
            return
        if column:
            self.guesses = [replace(g, column="") if g.column == column else g for g in self.guesses]
        count = Count(old.header, {"measure": measure}) if measure else None
        self.guesses[number - 1] = Guess(old.header, column, count, "as you said")
        self.show()

    def fix(self, answer: str) -> None:
        """Take COLUMN=VALUE for every row, or the order of days and months."""
        from claims.model import Claim
        from claims.read.day_order import ORDERS

        column, equals, value = (part.strip() for part in answer.partition("="))
        if column == "dates" and value in ORDERS:
            self.dates = value
            self.show()
            return
        if not equals or column not in Claim.model_fields:
            click.echo(f"{_HELP}.")
            return
        self.constants[column] = value
        self.show()

    def save(self) -> bool:
        """Save the mapping, unless claims would lack something they need; whether it was saved."""
        from claims.read.guess import missing
        from claims.read.toml_text import mapping_toml
        from reports.writing import write_beside_then_rename

        if lacking := missing(self.mapping):
            reason = (
                f"nothing gives {' or '.join(lacking)}; name a header or a value for every row, such as source=Daily"
            )
            if _watched():
                click.echo(f"Not saved: {reason}.")
                return False
            raise ProjectError(f"{self.path}: not saved: {reason}")
        try:
            write_beside_then_rename(self.target, [mapping_toml(self.mapping)])
        except OSError as error:
            raise ProjectError(f"{self.target}: cannot be written ({error.strerror or error})") from None
        click.echo(f"wrote {_visible(str(self.target))}; counterclaim report {_visible(self.path)} uses it", err=True)
        return True


def _meant(said: str) -> tuple[str, str]:
    """A column, or a measure by any of its names."""
    from claims.lexicon import value_names
    from claims.model import Claim

    if said in Claim.model_fields:
        return said, ""
    return "", value_names("measure").get(said.casefold(), "")


def _count_words(guess: Guess) -> str:
    assert guess.count is not None
    return " ".join(("a count:", guess.count.said["measure"], guess.count.said.get("victims", ""))).strip()


def _first_claims(path: str, mapping: FileMap, encoding: str | None) -> list[str]:
    """The first claims and the first rows that are refused, and how many of either the first rows hold."""
    from claims.read import iter_claims
    from claims.read.how import How
    from claims.read.result import Rejected, UnreadableFile

    claims, refused = dict[tuple[str, int], list[str]](), dict[tuple[str, int], str]()
    try:
        for item in iter_claims(path, None, encoding, How(mapping=mapping)):
            if isinstance(item, Rejected):
                refused.setdefault((item.path, item.row), f"row {item.row} is rejected: {_visible(item.reason)}")
            elif isinstance(item, tuple):
                claims.setdefault(item[0], []).append(f"row {item[0][1]}: {_said(item[1])}")
            if len(claims.keys() | refused.keys()) == _READ:
                break
    except UnreadableFile as error:
        return [_visible(str(error))]
    if not claims and not refused:
        return ["none: the table has no rows below its header"]
    first = [line for lines in claims.values() for line in lines][:_PREVIEW]
    rows = len(claims.keys() | refused.keys())
    told = f"rows looked at: {rows}; with claims: {len(claims)}; with something that cannot be read: {len(refused)}"
    return [*first, *list(refused.values())[:_PREVIEW], told]


def _said(claim: Claim) -> str:
    from claims.model import Claim

    said = {k: str(v) for k in Claim.model_fields if k not in ("id", "scope") and (v := getattr(claim, k))}
    return "; ".join(f"{k} {_visible(v, 60)}" for k, v in said.items())


def _visible(text: str, most: int = 200) -> str:
    from reports.escape import visible

    shown = visible(text)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
