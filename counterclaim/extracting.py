"""The command ``extract``: from text to draft claims for a person to look through."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.drafts_out import chunks_of, tell, write_drafts
from counterclaim.options import day
from counterclaim.running import fail, stops_cleanly
from counterclaim.second_opinion import asking_of, opinion_options, settled_by, tell_outcome

if TYPE_CHECKING:
    from claims.documents.article import Article
    from claims.documents.folders import Found
    from claims.extract.words import Words
    from claims.opinion.asking import Asking

_MANY = 20
"""Documents from which on a bar shows how far the reading is."""


@click.command(
    epilog="""\b
Examples:
  counterclaim extract article.txt --published 2025-10-12 --outlet "Daily Example"
  counterclaim extract articles/ -o drafts.xlsx
  counterclaim extract page.html --texts texts/ -o drafts.jsonl
  counterclaim extract article.txt -o drafts.jsonl --second-opinion openai:gpt-5-mini
  cat article.txt | counterclaim extract - | jq -r .quote"""
)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--published", metavar="DATE", callback=day,
              help="When it was published; weekdays are counted from it. Default: what the document says.")  # fmt: skip
@click.option("--outlet", default="", metavar="NAME",
              help="Who published it. Default: what the document says, else the name of its file.")  # fmt: skip
@click.option("--words", "own", multiple=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="Your own word lists, added to those that ship; may be repeated.")  # fmt: skip
@click.option("--texts", type=click.Path(file_okay=False), metavar="FOLDER",
              help="Write here the text that was read from each document: offsets of quotes count in it.")  # fmt: skip
@click.option("--encoding", metavar="NAME", help="Text encoding of the documents, when it is not found.")
@click.option("--second-opinion", "model", metavar="MODEL",
              help="Also ask a language model, such as openai:gpt-5-mini, about sentences that were not fully read. "
                   "They leave this machine unless --model-url names a server on it.")  # fmt: skip
@opinion_options
@click.option("-o", "--output", metavar="FILE",
              help="Write to a file; .csv and .xlsx give a table. Default: JSON Lines on screen.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
@stops_cleanly
def extract(documents: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Propose claims found in text, each with the exact words it rests on.

    Reads plain text, Markdown, HTML, PDF, Wikipedia's wikitext, folders of them, and - for standard input. Offsets
    count characters in the text that was read from a document: --texts writes it.

    What comes out are drafts: nobody has checked them. Sentences that speak of losses and were not fully understood
    come as look_here rows. What people decided about drafts of the output file (`counterclaim review`) is kept.
    """
    from claims.documents.article import DocumentError
    from claims.extract.words import LexiconError
    from claims.review.decisions import ReviewError

    if options["model"] is None and options["model_url"] is not None:
        raise click.UsageError("--model-url goes with --second-opinion MODEL")
    try:
        job = _Job.of(documents, output, options)
        chunks = job.chunks(output)
        if output is None:
            for chunk in chunks:
                click.echo(chunk, nl=False)
        else:
            write_drafts(output, chunks)
        job.finish()
    except (DocumentError, LexiconError, ReviewError) as error:
        fail(str(error))


@dataclass(slots=True)
class _Job:
    """The documents of one run, and what was read and passed over so far."""

    found: list[Found]
    options: dict[str, Any]
    passed_over: int = 0
    asking: Asking | None = None
    settled: set[str] = field(default_factory=set)
    """Drafts that people have decided: no second opinion is asked for about them."""

    @classmethod
    def of(cls, documents: tuple[str, ...], output: str | None, options: dict[str, Any]) -> _Job:
        """The documents that the arguments name, looked for before anything is written."""
        from claims.documents.folders import documents as named

        found = named(documents)
        if output:
            _keep_the_documents(output, found)
        if options["texts"]:
            _keep_apart(options["texts"], documents)
        return cls(found, options)

    def chunks(self, output: str | None) -> Iterator[str] | Iterator[bytes]:
        """The drafts in the form that the suffix of the output tells."""
        from claims.extract.words import load_words

        words = load_words(Path(path) for path in self.options["own"])
        if self.options["model"] is not None:
            self.asking = asking_of(self.options["model"], self.options, words)
        return chunks_of(self.rows(words) if output is None else self._as_decided(words, output), output)

    def _as_decided(self, words: Words, output: str) -> Iterator[dict[str, Any]]:
        """The drafts with what people decided about those of the file that is written."""
        from claims.review.applying import reviewed
        from claims.review.log import decisions_beside

        decisions = decisions_beside(output)
        self.settled = settled_by(decisions)
        yield from reviewed(self.rows(words), decisions).rows

    def rows(self, words: Words) -> Iterator[dict[str, Any]]:
        """The drafts of every document in the order of its text, the look-here rows and second opinions among them."""
        from claims.documents.article import Told
        from claims.documents.proposing import propose

        given = Told(outlet=self.options["outlet"], published=self.options["published"])
        for article in self.articles():
            if self.options["texts"]:
                _keep_text(article, Path(self.options["texts"]))
            rows = propose(article, words, given)
            yield from rows if self.asking is None else self._with_opinions(self.asking, rows, article)

    def _with_opinions(self, asking: Asking, rows: list[dict[str, Any]], article: Article) -> list[dict[str, Any]]:
        from claims.review.context import Text

        return asking.with_opinions(rows, Text(article.text), self.settled)

    def articles(self) -> Iterator[Article]:
        """Every document that can be read; one that was found in a folder and cannot be is told and passed over."""
        from claims.documents.article import DocumentError
        from claims.documents.opening import open_article

        with _progress(self.found, self.options["quiet"]) as found:
            for one in found:
                try:
                    article = open_article(one.read(), one.path, one.name, self.options["encoding"])
                except DocumentError as error:
                    if not one.listed:
                        raise
                    self.passed_over += 1
                    tell(f"passed over: {error}")
                    continue
                if article.note:
                    tell(f"{one.path}: {article.note}")
                yield article
        if self.passed_over == len(self.found):
            fail("none of these documents could be read")

    def finish(self) -> None:
        """Say what a second opinion came to, and how much was passed over."""
        if self.asking is not None:
            tell_outcome(self.asking)
        if self.passed_over:
            tell(f"{self.passed_over} of {len(self.found)} documents could not be read")


def _progress(found: list[Found], quiet: bool) -> AbstractContextManager[Iterable[Found]]:
    """The documents, with a bar on standard error when there are many and somebody watches."""
    if quiet or len(found) < _MANY or not sys.stderr.isatty():
        return nullcontext(found)
    return click.progressbar(found, label="reading", file=sys.stderr, show_pos=True)


def _keep_the_documents(output: str, found: Iterable[Found]) -> None:
    """Stop when the drafts would take the place of a document."""
    target = Path(output)
    if target.exists() and any(Path(one.path).exists() and target.samefile(one.path) for one in found):
        fail(f"{output}: it is one of the documents; name another file")


def _keep_apart(texts: str, documents: Iterable[str]) -> None:
    """Stop when the texts that were read would be taken for documents on the next run."""
    for folder in (one for one in documents if Path(one).is_dir()):
        if Path(texts).resolve().is_relative_to(Path(folder).resolve()):
            fail(f"{texts}: it is inside the folder of documents {folder}; name a folder elsewhere")


def _keep_text(article: Article, folder: Path) -> None:
    """Write what was read from a document; bytes that were no text are the same bytes again."""
    from reports.writing import write_beside_then_rename

    target = folder / f"{article.name}.txt"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_beside_then_rename(target, [article.text.encode("utf-8", "surrogateescape")])
    except OSError as error:
        fail(f"{target}: cannot be written ({error.strerror or error}); name another folder with --texts")
