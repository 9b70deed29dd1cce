"""Drafts to look through in a test: an article of an invented country, drafts of it, and keys typed at them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from command import told

FIRST = "On Tuesday a bomb killed 12 people in Northport, police said."
SECOND = "The Ministry of Health said at least 20 civilians were killed and 31 wounded."
THIRD = "The bomb killed 12 people, the police confirmed."
FOURTH = "Some two hundred families mourned the casualties."
FIFTH = "The government accused the Northern Front of the attack."
ARTICLE = f"{FIRST} {SECOND} {THIRD} {FOURTH} {FIFTH}\n"
MORE = "Rain fell all day in the north of the country, and the roads were closed.\n\n"


def field_told(words: str, source: str = "explicit", rule: str = "a rule", *others: str) -> dict[str, Any]:
    """Where a field came from: words of the article, or none."""
    start = ARTICLE.find(words) if words else -1
    found: dict[str, Any] = {"source": source, "rule": rule}
    if start >= 0:
        found |= {"start": start, "end": start + len(words)}
    return found | ({"alternatives": list(others)} if others else {})


def _row(name: str, kind: str, within: str, quote: str, **more: Any) -> dict[str, Any]:
    at = ARTICLE.index(within) + within.index(quote)
    return {
        "id": name, "kind": kind, "source": "Daily", "published": "2024-05-15", "document": "a.txt", "quote": quote,
        "quote_start": at, "quote_end": at + len(quote), **more,
    }  # fmt: skip


def _count(
    name: str, sentence: str, quote: str, quantity: str, low: int, high: int | None, **said: str
) -> dict[str, Any]:
    told_of = {
        "measure": field_told("killed", rule="passive" if name == "d2" else "active"),
        "quantity": field_told(quantity, rule="count"),
        "claimant": field_told(said["claimant"], rule="frame after"),
        "date": field_told("Tuesday", "inherited", "sentence before", "2024-05-13"),
    }
    values = {"measure": "killed", "quantity": quantity, "low": low, "high": high, "date": "2024-05-14", **said}
    row = _row(name, "casualty", sentence, quote, sentence=sentence, **values)
    return {**row, "provenance": told_of, "flags": ["date inherited"], "status": "draft"}


def drafts() -> list[dict[str, Any]]:
    """Three casualty drafts, a sentence to look at, and a charge, as extraction would write them."""
    charge = _row("d5", "responsibility", FIFTH, "accused the Northern Front of the attack", sentence=FIFTH,
                  stance="accuses", accused="the Northern Front", claimant="The government")  # fmt: skip
    told_of = {
        "stance": field_told("accused the Northern Front of the attack", rule="accused"),
        "accused": field_told("the Northern Front", rule="accused"),
        "claimant": field_told("The government", rule="accused"),
    }
    return [
        _count("d1", FIRST, "killed 12 people", "12", 12, 12, victims="people", claimant="police", place="Northport"),
        _count("d2", SECOND, "at least 20 civilians were killed", "at least 20", 20, None, victims="civilians",
               claimant="The Ministry of Health"),
        _count("d3", THIRD, "killed 12 people", "12", 12, 12, victims="people", claimant="the police"),
        _row("l4", "look_here", FOURTH, FOURTH, reason="a word for a loss was not taken"),
        {**charge, "provenance": told_of, "flags": [], "status": "draft"},
    ]  # fmt: skip


def desk_file(folder: Path, rows: list[dict[str, Any]] | None = None, *, article: bool = True) -> Path:
    """A file of drafts, with the article beside it unless it is to be gone."""
    path = folder / "drafts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows or drafts()), encoding="utf-8")
    if article:
        (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return path


def review_files(folder: Path) -> None:
    """The files that the page about reviews speaks of: an article, its drafts, and a sheet of them."""
    desk_file(folder, article=False)
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    told("review", str(folder / "drafts.jsonl"), "--sheet", str(folder / "drafts.xlsx"))


def extracted(folder: Path, text: str, *, output: str = "drafts.jsonl") -> Path:
    """The drafts of an article as extraction writes them, over those that are there."""
    article, path = folder / "a.txt", folder / output
    article.write_text(text, encoding="utf-8")
    told("extract", str(article), "--published", "2024-05-15", "--outlet", "Daily", "-o", str(path))
    return path


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def typed(path: Path, keys: str, *more: str) -> str:
    """What is shown when these keys are typed at the drafts."""
    return told("review", str(path), "--by", "ann", *more, stdin=keys)


def decided(path: Path) -> list[dict[str, Any]]:
    """The lines of the file of decisions beside the drafts."""
    log = path.with_name(f"{path.stem}.review.jsonl")
    return rows_of(log) if log.exists() else []


def brief(path: Path) -> list[tuple[str, str]]:
    """Each decision and the draft that it is about."""
    return [(line["decision"], line["claims"][0] if "claims" in line else "") for line in decided(path)]


def claims(path: Path) -> list[dict[str, Any]]:
    """The claims that were kept, written as a claim file."""
    output = path.with_name("kept.jsonl")
    told("review", str(path), "-o", str(output))
    return rows_of(output)
