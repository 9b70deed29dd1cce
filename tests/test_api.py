"""The names at the top of the package: from a file to a report in four calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import python, told, two_claims
from hostile import hostile_result
from northland import CSV, TABLE, night

import counterclaim
from claims.model import Claim
from counterclaim import Project, ProjectError, Reconciled, Result, check, load, reconcile, render, save
from counterclaim.bands import BANDS, severity_of
from counterclaim.testing import claims_from
from reconcile.explain import UnknownClaim
from reports.forms import FORMS, UnknownForm

HEAVY = {"claims", "reconcile", "reports", "pydantic", "networkx", "yaml", "jinja2", "rapidfuzz", "hypothesis"}


def test_every_public_name_is_there() -> None:
    assert {name: getattr(counterclaim, name) for name in counterclaim.__all__}
    assert set(counterclaim.__all__) <= set(dir(counterclaim))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'laod'"):
        _ = counterclaim.laod


def test_importing_the_package_loads_nothing_else() -> None:
    said = python("-c", "import sys, counterclaim; print(*sys.modules)").stdout
    assert HEAVY & set(said.split()) == set()


def test_the_same_result_as_the_command(tmp_path: Path) -> None:
    path = two_claims(tmp_path)
    assert render(reconcile(load(path)), "json") == told("report", path, "--format", "json")


def test_what_lies_beside_the_claims_is_used(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CSV, encoding="utf-8")
    decision = {"decision": "not a contradiction", "claims": ["N1", "M1"]}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(decision), encoding="utf-8")
    actors = "version: 1\nactors:\n  - {id: mon, name: The Watchers, kind: monitor, aliases: [Monitor]}\n"
    (tmp_path / "actors.yaml").write_text(actors, encoding="utf-8")
    result = reconcile(load(tmp_path / "claims.csv"))
    assert result.run.decisions == 1
    assert {c.id: c.voice for c in result.claims}["M1"] == "The Watchers"
    assert any("Decided to be not a contradiction" in line for line in result.explain("N1", "M1").comparison)


def test_another_file_takes_the_place_of_one_beside_the_claims(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "decisions.jsonl").write_text("no decision", encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"decisions\.jsonl, line 1"):
        load(tmp_path / "claims.csv")
    assert len(load(tmp_path / "claims.csv", decisions=tmp_path / "none.jsonl").claims) == 5


def test_headers_can_be_renamed(tmp_path: Path) -> None:
    path = tmp_path / "toll.csv"
    path.write_text(CSV.replace("quantity", "Death toll"), encoding="utf-8")
    result = reconcile(load([path], columns={"Death toll": "quantity"}))
    assert [c.quantity.low for c in result.claims if c.quantity] == [3, 35, 12, 30, 40]


@pytest.mark.parametrize("given", ["project", "path", "text path", "claims", "rows"])
def test_claims_come_in_every_shape(given: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(CSV, encoding="utf-8")
    claims = load(path).claims
    rows = [{k: v for k, v in c.model_dump(mode="json").items() if v not in ("", None)} for c in claims]
    shapes: dict[str, Any] = {"project": load(path), "path": path, "text path": str(path), "claims": claims}
    result = reconcile(shapes.get(given, rows))
    assert [f.id for f in result.findings] == [f.id for f in reconcile(claims).findings]
    assert result.findings


def test_a_row_that_is_no_claim_is_named_with_its_remedy() -> None:
    rows = [{"kind": "casualty", "measure": "killed", "claimant": "A", "source": "B"}, {"kind": "casualty"}]
    with pytest.raises(ProjectError, match=r"claim 2 cannot be read: claimant: .*required; source: "):
        reconcile(rows)
    with pytest.raises(ProjectError, match="claim 1 cannot be read: a casualty claim needs one: killed"):
        reconcile([{"kind": "casualty", "claimant": "A", "source": "B"}])


def test_two_claims_with_one_id_are_an_error() -> None:
    twice = claims_from(TABLE)[:1] * 2
    with pytest.raises(ValueError, match="used twice"):
        reconcile(twice)


@pytest.mark.parametrize(("options", "reason"), [({"policy": "roman"}, "roman"), ({"as_of": "yesterday"}, "yesterday")])
def test_an_option_that_cannot_be_used_is_an_error(options: dict[str, str], reason: str) -> None:
    with pytest.raises(ProjectError, match=reason):
        reconcile(claims_from(TABLE), **options)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no such file"):
        load(tmp_path / "nowhere.csv")


def test_a_result_explains_itself() -> None:
    told = night().explain("N1", "F1")
    assert not told.same_event and told.link.bits < 0
    with pytest.raises(UnknownClaim, match="nearest ids are N1"):
        night().explain("N11", "F1")


def test_a_result_is_a_plain_result() -> None:
    text = render(night(), "json")
    plain = Result.model_validate_json(night().model_dump_json())
    assert render(plain, "json") == text
    assert reconcile(claims_from(TABLE)) == night()
    assert reconcile(claims_from(TABLE)[1:]) != night()
    assert isinstance(night(), Reconciled) and isinstance(night(), Result)


def test_the_same_in_any_order() -> None:
    assert render(reconcile(claims_from(TABLE)[::-1]), "json") == render(night(), "json")


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if not form.binary])
def test_every_form_of_text_is_rendered(form: str) -> None:
    assert render(night(), form).strip()
    assert isinstance(render(reconcile([]), form), str)
    assert render(night(), form) == render(reconcile(Project(claims_from(TABLE))), form)


def test_a_form_that_is_no_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMS, "json", type(FORMS["json"])("reports.json_form", (".json",), "", binary=True))
    with pytest.raises(UnknownForm, match=r"counterclaim\.save"):
        render(night(), "json")


def test_a_form_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnknownForm, match="papyrus"):
        render(night(), "papyrus")


def test_a_report_is_saved_in_the_form_of_its_suffix(tmp_path: Path) -> None:
    assert save(night(), tmp_path / "report.md") == tmp_path / "report.md"
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == render(night(), "markdown")
    save(night(), str(tmp_path / "report.out"), "csv")
    assert (tmp_path / "report.out").read_text(encoding="utf-8") == render(night(), "csv")


def test_a_report_never_takes_the_place_of_the_claims(tmp_path: Path) -> None:
    path = two_claims(tmp_path)
    before = Path(path).read_bytes()
    with pytest.raises(ValueError, match="the claims come from this file"):
        save(reconcile(path), path)
    assert Path(path).read_bytes() == before


def test_check_gives_what_reaches_a_severity() -> None:
    assert [f.severity for f in check(night())] == [68, 64, 58]
    assert [f.severity for f in check(night(), "note")] == [68, 64, 58, 6]
    assert [f.severity for f in check(night(), 60)] == [68, 64]
    assert check(night(), "head-on") == []


@pytest.mark.parametrize("band", BANDS)
def test_check_agrees_with_the_command(band: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(CSV, encoding="utf-8")
    printed = told("check", str(path), "--fail-on", band, "--exit-zero")
    assert [line.split()[0] for line in printed.splitlines()] == [f.id for f in check(reconcile(path), band)]


@pytest.mark.parametrize("word", ["grave", "", "101", "-1", "1.5", True])
def test_a_word_that_is_no_severity_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match="note, moderate, serious, head-on or a whole number"):
        severity_of(word)


def test_hostile_claims_pass_through_the_api_inert() -> None:
    text = render(hostile_result(), "terminal", color=False)
    assert not [c for c in text if (c < " " and c != "\n") or c in "\x7f\u202e\u2066\u200b"]


def test_a_claim_is_the_public_model() -> None:
    assert counterclaim.Claim is Claim
