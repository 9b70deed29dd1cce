"""The sources as CSL-JSON: each once, valid, with dates in parts and links that lead to the web alone."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hostile import hostile_result
from sample_results import HOSTILE, run, sample, with_every_text
from test_reports_golden import fixture_result

from claims.lexicon import data
from reconcile.result import Result
from reports.render import form_for, render
from reports.sources import documents

NOTHING = Result(run=run(), claims=[], events=[], findings=[], ledger=[], rejected=[])
Item = dict[str, Any]


def items(result: Result) -> list[Item]:
    found: list[Item] = json.loads("".join(map(str, render(result, "csl"))))
    return found


def source(**columns: str) -> Item:
    """The item of one claim with these columns."""
    claim = sample().claims[0].model_copy(update={"source": "The Daily", "published": "", **columns})
    (found,) = items(sample().model_copy(update={"claims": [claim]}))
    return found


@cache
def schema() -> Item:
    found: Item = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("result", [sample, hostile_result, lambda: NOTHING, lambda: fixture_result("quiet")])
def test_it_is_valid(result: Any) -> None:
    found = items(result())
    jsonschema.validate(found, schema())
    assert len({item["id"] for item in found}) == len(found) == len(documents(result().claims))


@pytest.mark.parametrize(
    "broken", [{"type": "book"}, {"id": "x", "type": "tweet"}, {"id": "x", "type": "book", "url": ""}]
)
def test_the_schema_can_refuse(broken: Item) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([broken], schema())


def test_every_type_of_the_table_is_one_of_csl() -> None:
    table = data("reports", "csl.yaml")
    used = {*table["types"], *(row["type"] for row in table["otherwise"].values())}
    assert used <= set(schema()["items"]["properties"]["type"]["enum"])


def test_an_article_has_what_a_desk_cites() -> None:
    columns = {
        "title": "Clashes at the border", "source_type": "newspaper", "published": "2025-10-15T08:30:00Z",
        "accessed": "2025-10-16", "url": "https://daily.example/1", "language": "en",
        "archived_url": "https://web.archive.org/web/2025/https://daily.example/1",
    }  # fmt: skip
    found = source(**columns)
    found.pop("id")
    assert found == {
        "type": "article-newspaper", "title": "Clashes at the border", "container-title": "The Daily",
        "issued": {"date-parts": [[2025, 10, 15]]}, "accessed": {"date-parts": [[2025, 10, 16]]},
        "URL": "https://daily.example/1", "archive": "web.archive.org",
        "archive_location": "https://web.archive.org/web/2025/https://daily.example/1", "language": "en",
        "note": "Carries 1 claim: N-1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "url", "wanted"),
    [
        ("Telegram channel", "", ("post", "container-title")),
        ("research blog", "", ("post-weblog", "container-title")),
        ("official report", "", ("report", "publisher")),
        ("news report", "", ("article-newspaper", "container-title")),
        ("court", "", ("legal_case", "authority")),
        ("", "https://e.org", ("webpage", "container-title")),
        ("", "", ("document", "publisher")),
    ],
)
def test_the_kind_of_source_gives_the_type(kind: str, url: str, wanted: tuple[str, str]) -> None:
    found = source(source_type=kind, url=url)
    assert (found["type"], found[wanted[1]]) == (wanted[0], "The Daily")


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-10", {"date-parts": [[2025, 10]]}),
        ("2025-10~", {"date-parts": [[2025, 10]], "circa": True}),
        ("2025-10-15 08:30", {"date-parts": [[2025, 10, 15]]}),
        ("2025-10-11/2025-10-12", {"literal": "2025-10-11/2025-10-12"}),
        ("2025-21", {"literal": "2025-21"}),
        ("last Tuesday", {"literal": "last Tuesday"}),
    ],
)
def test_dates_are_in_parts_as_far_as_they_are_known(published: str, issued: Item) -> None:
    assert source(published=published)["issued"] == issued


def test_a_source_without_a_title_gets_one_in_brackets() -> None:
    assert source(published="2025-10-15")["title"] == "[The Daily, 15 October 2025]"
    assert source()["title"] == "[The Daily]"


def test_claims_of_one_document_share_an_item_and_its_gaps_are_filled() -> None:
    one, two = sample().claims[:2]
    here = {"url": "https://daily.example/1", "published": ""}
    claims = [one.model_copy(update=here), two.model_copy(update={**here, "title": "Told", "published": "2025-10-15"})]
    (found,) = items(sample().model_copy(update={"claims": claims}))
    assert (found["title"], found["note"]) == ("Told", "Carries 2 claims: N-1 and N-2")
    assert found["issued"] == {"date-parts": [[2025, 10, 15]]}


def test_the_id_of_a_source_stays_when_rows_move() -> None:
    forwards, backwards = (
        {item["id"]: item["title"] for item in items(sample().model_copy(update={"claims": claims}))}
        for claims in (sample().claims, sample().claims[::-1])
    )
    assert forwards == backwards


def assert_plain(found: list[Item]) -> None:
    texts = [t for item in found for t in item.values() if isinstance(t, str)]
    texts += [
        item[day]["literal"] for item in found for day in ("issued", "accessed") if "literal" in item.get(day, {})
    ]
    assert not [t for t in texts if any(unicodedata.category(c) in ("Cc", "Cs") for c in t)]
    assert not [t for t in texts if re.search(r"</?[A-Za-z]", t)]
    assert all(
        item[k].startswith(("http://", "https://")) for item in found for k in ("URL", "archive_location") if k in item
    )


def test_attacks_stay_text() -> None:
    found = items(hostile_result())
    assert_plain(found)
    assert not [item for item in found if "URL" in item or "archive" in item]


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_stays_text(words_: str) -> None:
    found = items(with_every_text(words_))
    jsonschema.validate(found, schema())
    assert_plain(found)


def test_its_suffix_is_its_own() -> None:
    assert (form_for("sources.csl.json"), form_for("result.json")) == ("csl", "json")
