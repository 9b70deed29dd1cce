"""The command ``second-opinion``, and the same for ``extract``: what a language model reads beside the rules."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.drafts_out import chunks_of, tell, write_drafts
from counterclaim.running import fail, stops_cleanly

if TYPE_CHECKING:
    from claims.extract.words import Words
    from claims.opinion.asking import Asking
    from claims.review.decisions import Decision

Command = TypeVar("Command", bound=Callable[..., Any])

_MOST, _SECONDS = 40, 60.0


def opinion_options(command: Command) -> Command:
    """What goes with the name of a model."""
    for option in reversed(
        (
            click.option("--model-url", metavar="URL",
                         help="Ask a server that speaks OpenAI's protocol, such as http://localhost:11434/v1; its key, "
                              "if it needs one, is in $COUNTERCLAIM_MODEL_KEY."),
            click.option("--most", type=click.IntRange(min=1), default=_MOST, show_default=True,
                         help="Sentences to ask the model about at most."),
            click.option("--model-timeout", type=click.FloatRange(min=0, min_open=True), default=_SECONDS,
                         show_default=True, metavar="SECONDS", help="How long one request to the model may take."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def asking_of(model: str, options: dict[str, Any], words: Words) -> Asking:
    """The model that a command is to ask, named on standard error with where sentences go; ends where it cannot be."""
    from claims.opinion.asking import Asking
    from claims.opinion.model import NoModel, Oracle, host_of

    try:
        oracle = Oracle.of(model, options["model_url"])
        address = oracle.address()
    except NoModel as error:
        fail(str(error))
    goes = " on this machine" if oracle.is_local(address) else "; sentences of the text leave this machine"
    tell(f"second opinion of {model} at {host_of(address) or 'its provider'}{goes}")
    progress = _Shown(options["quiet"])
    return Asking(oracle, words, most=options["most"], timeout=options["model_timeout"], progress=progress)


def tell_outcome(asking: Asking) -> None:
    """Say what the model's answers came to, and in one more line why not all was asked, where it was not."""
    from claims.lexicon import data
    from reports.words import counted

    told, words = asking.tally, data("reports", "opinion.yaml")
    if isinstance(asking.progress, _Shown):
        asking.progress.close()
    if told.asked or not told.trouble:
        refused = [f"{number} {words['refused'][reason]}" for reason, number in sorted(told.refused.items()) if number]
        tell(
            f"{counted(told.asked, 'sentence')} asked about: {counted(told.claims, 'claim')} and "
            f"{counted(told.fields, 'field')} to look at, {told.agreed} as the rules"
            + (f"; refused: {', '.join(refused)}" if refused else "")
        )
    left = told.worth - told.asked - told.failed
    if told.trouble:
        stopped = "stopped asking" if told.stopped else f"{counted(told.failed, 'sentence')} without an answer"
        tell(f"second opinion: {stopped}: {told.trouble}; the drafts are written all the same")
    elif left:
        tell(f"{counted(left, 'more sentence')} worth asking about; --most allows more")


class _Shown:
    """A line on standard error that says how far the asking is; silent when nobody watches."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()

    def __call__(self, asked: int) -> None:
        if self.shown:
            click.echo(f"\r\x1b[Kasked about {asked} sentences", nl=False, err=True)

    def close(self) -> None:
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def settled_by(decisions: Sequence[Decision] | None) -> set[str]:
    """The drafts and sentences that people have decided, or written a claim from."""
    from claims.review.decisions import standing, written

    return {*standing(decisions), *written(decisions)} if decisions else set()


@click.command(
    "second-opinion",
    epilog="""\b
Examples:
  counterclaim second-opinion drafts.jsonl openai:gpt-5-mini
  counterclaim second-opinion drafts.jsonl llama3.2 --model-url http://localhost:11434/v1
  counterclaim second-opinion drafts.jsonl anthropic:claude-sonnet-4-5 --most 10 -o more.jsonl""",
)
@click.argument("drafts", metavar="DRAFTS")
@click.argument("model", metavar="MODEL")
@opinion_options
@click.option("--texts", type=click.Path(exists=True, file_okay=False), metavar="FOLDER",
              help="Where the documents, or their texts, are. Default: beside the drafts, and here.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write to another file. Default: into the file of drafts.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
@stops_cleanly
def second_opinion(drafts: str, model: str, **options: Any) -> None:
    """Ask a language model about drafts that lack a field, and about sentences to look at.

    What it reads comes beside the drafts and replaces nothing: look through it with `counterclaim review`. Reports
    leave it out until somebody accepts it. Only words that stand in the text are taken from it.

    MODEL is a name such as openai:gpt-5-mini, with the key in the provider's usual environment variable: the sentences
    asked about, and those beside them, then leave this machine. With --model-url it is a model on that server. Needs:
    pip install 'counterclaim[llm]'
    """
    from claims.extract.words import shipped_words
    from claims.review.applying import reviewed
    from claims.review.decisions import ReviewError
    from claims.review.drafts_file import read_drafts
    from claims.review.log import decisions_beside

    output = options["output"] or drafts
    try:
        decisions = decisions_beside(drafts)
        rows = reviewed(read_drafts(drafts), decisions).rows
    except ReviewError as error:
        fail(str(error))
    _keep_all(rows, output)
    asking = asking_of(model, options, shipped_words())
    found = list(_with_opinions(rows, asking, drafts, options["texts"], settled_by(decisions)))
    write_drafts(output, chunks_of(found, output))
    tell_outcome(asking)


def _with_opinions(
    rows: Sequence[dict[str, Any]], asking: Asking, drafts: str, texts: str | None, settled: set[str]
) -> Iterator[dict[str, Any]]:
    from counterclaim.review_texts import Texts

    known = Texts([Path(texts)] if texts else [Path(drafts).parent, Path()])
    by_document: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_document.setdefault(str(row.get("document") or ""), []).append(row)
    for those in by_document.values():
        yield from asking.with_opinions(those, known.of(those[0]), settled)


def _keep_all(rows: Sequence[dict[str, Any]], output: str) -> None:
    """Stop where the file cannot hold everything that the drafts have."""
    from claims.extract.files import COLUMNS
    from claims.review.log import SUFFIX

    suffix = Path(output).suffix.casefold()
    if suffix not in (".jsonl", ".csv", ".xlsx") or output.endswith(SUFFIX):
        fail(f"{output}: drafts are written as .jsonl, .csv or .xlsx; name another file with -o")
    strange = {name for row in rows for name in row} - {*COLUMNS}
    if strange and suffix != ".jsonl":
        fail(f"{output}: a table of drafts has no column {min(strange)!r}; name a .jsonl file with -o")
