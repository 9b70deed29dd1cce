"""Looking through drafts: what each key does, what is kept on disk, and what a claim file then holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import ask, misused, refused, steering, told
from reviewing import FIRST, FOURTH, MORE, THIRD, brief, claims, decided, desk_file, drafts, extracted, rows_of, typed

from claims.extract.document import Document
from claims.extract.pipeline import extract
from claims.read import load
from claims.review.applying import reviewed
from claims.review.decisions import Decision
from claims.review.log import decisions_beside
from reports.review_item import told as words_told

TEXT = "On Tuesday a bomb killed 12 people in Kabul, police said. Later 3 soldiers were wounded, the army said.\n"


def test_each_key_decides_and_shows_the_next(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "adsq")
    assert brief(path) == [("accept", "d1"), ("drop", "d2")]
    assert [line["by"] for line in decided(path)] == ["ann", "ann"]
    assert "3 of 5 · 1 accepted, 1 dropped, 2 to decide and 1 to look at" in shown
    assert "4 of 5" in shown and "5 of 5" not in shown


def test_the_next_run_goes_on_at_the_first_that_is_not_decided(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "ad")
    assert "3 of 5" in typed(path, "").splitlines()[1]
    typed(path, "ada")
    assert "That was the last. 3 accepted, 1 dropped, 0 to decide" in typed(path, "q")
    assert brief(path)[2:] == [("accept", "d3"), ("drop", "l4"), ("accept", "d5")]


def test_keys_may_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "a\n\n  d\r\nQ\n a")
    assert brief(path) == [("accept", "d1"), ("drop", "d2")]


def test_an_edit_takes_fields_by_number_or_name_and_keeps_what_it_was(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "e\n2\nat least 12\nvictim side\nNorthland\nplace\n-\n\nq")
    (line,) = decided(path)
    assert line["set"] == {
        "quantity": "at least 12", "low": "", "high": "", "victim_side": "Northland", "place": ""
    }  # fmt: skip
    assert (line["saw"]["quantity"], line["saw"]["provenance"]["date"]["source"]) == ("12", "inherited")
    (claim,) = claims(path)
    assert claim["quantity"] == "at least 12" and "low" not in claim and "place" not in claim
    assert load(str(tmp_path / "kept.jsonl")).claims[0].victim_side == "Northland"


def test_an_edit_offers_what_else_a_field_may_be(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "e\ndate\n=1\n\nq")
    assert "=1 2024-05-13" in shown
    assert decided(path)[0]["set"] == {"date": "2024-05-13"}
    assert "there is no =9" in typed(path, "e\nclaimant\n=9\n\nq")


def test_an_edit_that_makes_no_claim_is_told_and_not_lost(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "e\ndate\nsome day\nclaimant\na general\n\ndate\n2024-05-12\n\nq")
    assert "not yet a claim: date" in shown
    assert decided(path)[0]["set"] == {"date": "2024-05-12", "claimant": "a general"}


def test_an_edit_may_be_given_up_and_then_nothing_is_written(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    assert "given up; nothing was changed" in typed(path, "e\ndate\n2024-05-12\n.\nq")
    assert "given up" in typed(path, "e\ndate\n2024-05-12\n")  # the keys end
    assert "nothing was changed" in typed(path, "e\n\nq")
    assert "is no column of a claim" in typed(path, "e\ncolour\n\nq")
    assert "cannot be changed" in typed(path, "e\nquote start\n\nq")
    assert decided(path) == []


def test_a_quote_has_to_be_words_of_the_sentence_and_takes_its_offsets_along(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "e\nquote\na bomb wounded 12\nquote\na bomb killed 12 people\n\nq")
    assert "has to be words of the sentence" in shown
    (claim,) = claims(path)
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert text[claim["quote_start"] : claim["quote_end"]] == claim["quote"] == "a bomb killed 12 people"


def test_a_second_edit_adds_to_the_first_and_accepting_keeps_both(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "e\nplace\nOldport\n\nbe\nperpetrator\nrebels\n\nbaq")
    sets = [line["set"] for line in decided(path)]
    assert sets[0] == {"place": "Oldport"}
    assert sets[1] == sets[2] == {"place": "Oldport", "perpetrator": "rebels"}
    assert claims(path)[0]["perpetrator"] == "rebels"


def test_an_edit_of_an_edit_and_of_nothing_new_keeps_what_was_set(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    for place in ("Oldport", "Newport", "Newport"):
        typed(path, f"{'b' * 9}e\nplace\n{place}\n\nq")
        assert decided(path)[-1]["set"] == {"place": place}
        assert decided(path)[-1]["saw"]["place"] == "Northport"
    assert "=1 Northport" in typed(path, f"{'b' * 9}e\nplace\n=1\n\nq")
    assert brief(path)[-1] == ("accept", "d1")


def test_undo_takes_back_the_last_that_stands_and_shows_it_again(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "aduuu" + "dq")
    assert "there is no decision to take back" in shown
    assert [name for name, _ in brief(path)] == ["accept", "drop", "undo", "undo", "drop"]
    assert brief(path)[-1] == ("drop", "d1")
    assert claims(path) == []


def test_undo_brings_back_what_was_decided_before(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "abduq")
    assert [claim["id"] for claim in claims(path)] == ["d1"]


def test_a_repeat_in_one_source_is_linked_and_not_counted_twice(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "asr\n1\nq")
    assert " 1 12 people killed" in shown.replace("\n", " ")
    assert decided(path)[1]["claims"] == ["d3", "d1"]
    assert [claim["id"] for claim in claims(path)] == ["d1"]
    row = reviewed(drafts(), decisions_beside(path)).rows[2]
    assert (row["status"], row["same_as"]) == ("dropped", "d1")


def test_a_repeat_in_another_source_is_kept_as_relayed_from_the_first(tmp_path: Path) -> None:
    rows = drafts()
    rows[2]["source"] = "Post"
    path = desk_file(tmp_path, rows)
    typed(path, "asrd1\nq")
    assert [(c["id"], c.get("relayed_from")) for c in claims(path)] == [("d1", None), ("d3", "d1")]


def test_what_repeats_a_draft_that_is_dropped_later_is_a_draft_again(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "asrd1\nbbbd")
    row = reviewed(drafts(), decisions_beside(path)).rows[2]
    assert row["status"] == "draft" and "repeats what was dropped" in row["flags"]
    assert "was dropped; accept it first" in typed(path, "srd1\nq")


def test_two_drafts_that_repeat_each_other_are_both_drafts() -> None:
    pairs = [("d1", "d3"), ("d3", "d1")]
    lines = [Decision.model_validate({"decision": "repeats", "claims": pair}) for pair in pairs]
    assert [row["status"] for row in reviewed(drafts(), lines).rows if row["id"] in ("d1", "d3")] == ["draft", "draft"]


def test_a_claim_is_written_from_a_sentence_to_look_at(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    shown = typed(path, "sss" + "ae\nw\nc\nmeasure\ninjured\nquantity\nsome\nclaimant\n-\n\nclaimant\nresidents\n\ndq")
    assert "this states no claim" in shown and "w writes one from it" in shown
    assert "claimant is empty; every claim needs" in shown
    (claim,) = claims(path)
    expected = {"kind": "casualty", "measure": "injured", "quote": FOURTH, "source": "Daily", "claimant": "residents"}
    assert {name: claim[name] for name in expected} == expected
    assert brief(path)[0] == ("write", "l4")
    typed(path, "uuq")  # it can be taken back like any other
    assert claims(path) == []


def test_a_claim_written_beside_a_draft_has_the_sentence_for_a_quote(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "w\nc\nmeasure\ncasualties\nclaimant\na man\nquote\na bomb\n\nq")
    typed(path, "w\nr\nstance\ndenies\nclaimant\na woman\n\nq")
    found = {claim["claimant"]: claim for claim in claims(path)}
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert (found["a man"]["quote"], found["a woman"]["quote"]) == ("a bomb", FIRST)
    assert all(text[one["quote_start"] : one["quote_end"]] == one["quote"] for one in found.values())


def test_files_of_drafts_from_anybody_are_read_without_a_stumble(tmp_path: Path) -> None:
    draft = {"kind": "casualty", "id": 7, "provenance": [], "flags": 5, "quote_start": "x", "quote": 3, "sentence": []}
    told_of = {"date": {"proposed": 4, "start": "a"}, "place": 3}
    odd = [draft, {"kind": "look_here", "provenance": told_of, "status": {}}]
    path = desk_file(tmp_path, odd)
    assert "is empty; every claim needs" in typed(path, "ad" + "bsduq")
    line = {"decision": "accept", "claims": ["7"], "saw": {"flags": 5, "provenance": 3, "quote_start": "y"}}
    (tmp_path / "drafts.review.jsonl").write_text(json.dumps(line), encoding="utf-8")
    typed(path, "bq")
    told("review", str(path), "--stats")


def test_a_draft_that_is_no_claim_is_not_accepted(tmp_path: Path) -> None:
    rows = drafts()
    del rows[0]["claimant"]
    path = desk_file(tmp_path, rows)
    assert "not accepted: claimant: claimant is empty" in typed(path, "aq")
    assert decided(path) == []


def test_help_names_every_key(tmp_path: Path) -> None:
    shown = typed(desk_file(tmp_path), "?xq")
    assert all(f"  {key}  {what['name']}" in shown for key, what in words_told()["keys"].items())
    assert "'x' is no key here" in shown


def test_extraction_run_again_keeps_what_was_decided(tmp_path: Path) -> None:
    path = extracted(tmp_path, TEXT)
    fresh = rows_of(path)
    first, second = (row["id"] for row in fresh if row["kind"] == "casualty")
    typed(path, "e\nplace\nOldport\n\nd")
    extracted(tmp_path, MORE + TEXT.replace("police said", "police  said"))
    rows = {row["id"]: row for row in rows_of(path)}
    assert (rows[first]["status"], rows[first]["place"], rows[second]["status"]) == ("edited", "Oldport", "dropped")
    moved = rows[first]
    assert (tmp_path / "a.txt").read_text()[moved["quote_start"] : moved["quote_end"]] == moved["quote"]
    assert claims(path)[0]["quote_start"] == moved["quote_start"]
    typed(path, "uu")
    extracted(tmp_path, TEXT)
    assert rows_of(path) == fresh


def test_ids_stay_when_other_sentences_change_and_tell_like_sentences_apart() -> None:
    def ids(text: str) -> list[str]:
        document = Document("a.txt", text)
        return [draft.row(document)["id"] for draft in extract(document).drafts]

    once = ids(TEXT)
    assert ids(MORE + TEXT) == once
    assert ids(TEXT.replace("Kabul, police", "Kabul,\u00a0 police")) == once
    assert ids(TEXT + TEXT)[:2] == once and len(set(ids(TEXT + TEXT))) == 4
    assert ids(TEXT.replace("12", "13"))[0] != once[0]


def test_what_was_accepted_holds_where_extraction_reads_otherwise_now() -> None:
    saw = drafts()[0]
    line = Decision.model_validate({"decision": "accept", "claims": ["d1"], "saw": saw})
    now = [{**saw, "date": "2024-05-21", "published": "2024-05-22"}]
    first = reviewed(now, [line])
    assert (first.rows[0]["date"], first.rows[0]["published"]) == ("2024-05-14", "2024-05-22")
    assert "read otherwise now" in first.rows[0]["flags"]
    assert reviewed(first.rows, [line]) == first
    undone = reviewed(first.rows, [line, Decision.model_validate({"decision": "undo", "of": line.id})])
    assert undone.rows[0]["date"] == "2024-05-21" and undone.rows[0]["flags"] == ["date inherited"]


def test_what_was_accepted_is_kept_where_nothing_is_proposed_any_more(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "aa")
    rest = [row for row in drafts() if row["id"] != "d2"]
    desk_file(tmp_path, rest)
    kept = claims(path)
    assert [claim["id"] for claim in kept] == ["d1", "d2"]
    assert "not proposed now" in typed(path, "bbb" if len(kept) > 5 else "sssbq")
    result = ask("review", str(desk_file(tmp_path, [{**row, "document": "b.txt"} for row in rest])), stdin="q")
    assert "1 claims that were kept are from documents that have no drafts here" in " ".join(result.stderr.split())


def test_applying_decisions_twice_is_applying_them_once(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "e\nquantity\n13\nplace\n-\n\nsrd1\nd" + "bw\nc\nmeasure\nkilled\nclaimant\na man\n\n")
    decisions = decisions_beside(path)
    once = reviewed(drafts(), decisions)
    assert reviewed(once.rows, decisions) == once
    assert {row.get("status") for row in once.rows} == {"edited", "accepted", "dropped", "draft"}
    undone = reviewed(once.rows, [*decisions, *undoing(decisions)])
    assert undone.rows == [row if row["kind"] != "look_here" else {**row, "status": "draft"} for row in drafts()]


def undoing(decisions: list[Decision]) -> list[Decision]:
    """Lines that take back all that stands."""
    return [Decision.model_validate({"decision": "undo", "of": one.id}) for one in reversed(decisions)]


def test_a_quote_that_was_chosen_moves_with_the_article() -> None:
    row = drafts()[0]
    edit = {
        "quote": "a bomb killed",
        "quote_start": str(row["quote_start"] - 7),
        "quote_end": str(row["quote_start"] + 6),
    }
    line = Decision.model_validate({"decision": "edit", "claims": ["d1"], "saw": row, "set": edit})
    now = {**row, "quote_start": row["quote_start"] + 50, "quote_end": row["quote_end"] + 50}
    (found,) = reviewed([now], [line]).rows
    assert found["quote_start"] == row["quote_start"] + 43 and found["quote_end"] == row["quote_start"] + 56
    (gone,) = reviewed([drafts()[1]], [line]).rows[1:]
    assert gone["quote"] == "a bomb killed" and "quote_start" not in gone and "quote_end" not in gone


def test_a_claim_file_keeps_quote_document_and_offsets(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "aassa")
    for name in ("c.csv", "c.jsonl", "c.xlsx"):
        told("review", str(path), "-o", str(tmp_path / name))
        read = load(str(tmp_path / name))
        assert not read.rejected and [str(w) for w in read.warnings] == []
        assert [(c.id, c.quote_start, c.quote_end, c.document) for c in read.claims] == [
            (row["id"], row["quote_start"], row["quote_end"], "a.txt")
            for row in drafts()
            if row["id"] in ("d1", "d2", "d5")
        ]
        assert read.claims[0].quote == "killed 12 people"


def test_what_cannot_be_is_refused_in_one_line(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    assert "ends in none of .csv, .jsonl, .xlsx" in misused("review", str(path), "-o", "claims.docx")
    assert "one of -o, --sheet, --read and --stats" in misused("review", str(path), "-o", "a.csv", "--stats")
    assert "only --stats takes several" in misused("review", str(path), str(path))
    assert "name another file" in refused("review", str(path), "-o", str(path))
    assert "name another file" in refused("review", str(path), "-o", str(tmp_path / "drafts.review.jsonl"))
    assert "check the path" in refused("review", str(tmp_path / "none.jsonl"))
    (tmp_path / "claims.jsonl").write_text('{"kind": "other"}\n')
    assert "entry 1: this is no draft" in refused("review", str(tmp_path / "claims.jsonl"))
    typed(path, "a")
    log = tmp_path / "drafts.review.jsonl"
    assert "this file holds decisions" in refused("review", str(log))
    log.write_text("{}\n" + log.read_text())
    assert "drafts.review.jsonl, line 1: not a decision" in refused("review", str(path))


def test_a_folder_of_claims_may_hold_a_file_of_decisions(tmp_path: Path) -> None:
    path = desk_file(tmp_path, article=False)
    typed(path, "a")
    told("review", str(path), "-o", str(tmp_path / "c.csv"))
    path.unlink()
    assert [c.id for c in load(str(tmp_path)).claims] == ["d1"]


def test_drafts_in_a_table_are_looked_through_as_well(tmp_path: Path) -> None:
    path = extracted(tmp_path, TEXT, output="drafts.csv")
    typed(path, "a")
    (claim,) = claims(path)
    assert (claim["low"], claim["claimant"], claim["quote"]) == (12, "police", "killed 12 people")


@pytest.mark.parametrize("width", ["40", "80"])
def test_a_draft_is_shown_with_its_words_marked_and_where_each_field_came_from(tmp_path: Path, width: str) -> None:
    shown = typed(desk_file(tmp_path), "q", "--width", width)
    page = " ".join(shown.split())
    assert "> On [Tuesday]5 a bomb [killed]1 [12]2 people in Northport, [police]4 said." in page
    assert "date 2024-05-14 · from a sentence before (sentence before) · or: 2024-05-13" in page
    assert "The Ministry of Health said at least 20" in page  # the sentence beside it
    assert max(map(len, shown.splitlines()[:-1])) <= int(width)
    assert steering(shown) == []


def test_without_its_document_a_draft_still_shows_its_sentence(tmp_path: Path) -> None:
    page = " ".join(typed(desk_file(tmp_path, article=False), "q").split())
    assert "> On [Tuesday]5 a bomb [killed]1 [12]2 people in Northport, [police]4 said." in page
    assert "Ministry" not in page
    (tmp_path / "a.txt").write_text(f"{MORE}{FIRST} It rained. {THIRD}", encoding="utf-8")  # it has moved since
    path = tmp_path / "drafts.jsonl"
    path.write_text(path.read_text().replace('"killed 12 people"', '"killed 12 people in"', 1))
    assert "[Tuesday]5 a bomb [killed]1" in " ".join(typed(path, "q").split())


def test_decisions_of_two_people_are_put_together_and_the_later_holds(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "ad")
    log = tmp_path / "drafts.review.jsonl"
    anns = log.read_text()
    log.unlink()
    told("review", str(path), "--by", "bob", stdin="da")
    log.write_text(anns + log.read_text())
    assert [claim["id"] for claim in claims(path)] == ["d2"]
    shown = told("review", "--stats", str(path))
    assert "d1: ann, then bob" in shown and "d2: ann, then bob" in shown


def test_a_line_of_a_decision_says_all_that_is_needed(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "a")
    (line,) = decided(path)
    assert line["saw"]["provenance"] == drafts()[0]["provenance"]
    assert line["at"].startswith("20") and "status" not in line["saw"]
    assert json.loads(json.dumps(line)) == line


def test_a_report_of_drafts_sees_what_was_decided_a_moment_ago(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "e\nclaimant\na warden\n\nds")
    loaded = load(str(path))
    assert [(claim.id, claim.claimant) for claim in loaded.claims] == [
        ("d1", "a warden"), ("d3", "the police"), ("d5", "The government")
    ]  # fmt: skip
    assert any("read with the 2 decisions of drafts.review.jsonl" in str(warning) for warning in loaded.warnings)
    typed(path, "uu")
    assert [claim.id for claim in load(str(path)).claims] == ["d1", "d2", "d3", "d5"]
    log = tmp_path / "drafts.review.jsonl"
    log.write_text("no line\n{}\n" + log.read_text())
    assert f"{log}: line 1: not a decision (it is not JSON" in refused("report", str(path))


def test_a_claim_file_of_the_same_name_is_read_as_it_is(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "aw\nc\nmeasure\nkilled\nclaimant\na man\n\n")
    told("review", str(path), "-o", str(tmp_path / "drafts.csv"))
    read = load(str(tmp_path / "drafts.csv"))
    assert len(read.claims) == 2 and not read.warnings


@pytest.mark.parametrize("name", ["drafts.csv", "drafts.xlsx"])
def test_tables_of_drafts_are_read_with_the_decisions_as_well(tmp_path: Path, name: str) -> None:
    path = extracted(tmp_path, TEXT, output=name)
    before = [claim.id for claim in load(str(path)).claims]
    typed(path, "ad")
    assert [claim.id for claim in load(str(path)).claims] == before[:1]
    extracted(tmp_path, MORE + TEXT, output=name)
    assert [claim.id for claim in load(str(path)).claims] == before[:1]
