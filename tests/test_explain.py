"""Why two claims are or are not one event, and why they do or do not disagree."""

from __future__ import annotations

import pytest

from reconcile.decisions import Decision
from reconcile.engine import judged
from reconcile.explain import UnknownClaim, explain
from reconcile.result import Explanation
from tests.tables import claims_of

HEAD = "id | date | place | event_type | quantity | victims | claimant"
NIGHT = "2025-10-11 | Afghanistan-Pakistan border | clash"
BORDER = f"""{HEAD}
    B-01 | {NIGHT} | at least 58 | Pakistani soldiers | Taliban government spokesman
    B-02 | {NIGHT} | 23 | Pakistani soldiers | Pakistani military"""


def explained(table: str, one: str, two: str, *decisions: Decision, **common: str) -> Explanation:
    return explain(judged(claims_of(table, **common), decisions), one, two, decisions)


@pytest.fixture(scope="module")
def border() -> Explanation:
    return explained(BORDER, "B-01", "B-02")


def test_the_evidence_sums_to_the_score(border: Explanation) -> None:
    assert border.same_event
    assert border.link.bits > 0
    assert sum(clue.bits for clue in border.link.clues) == pytest.approx(border.link.bits)
    assert border.link.clues[0].name == "prior"


def test_both_intervals_are_said(border: Explanation) -> None:
    text = " ".join(border.comparison)
    assert "means at least 58" in text
    assert "means 23" in text
    assert "share no number" in text
    assert "Both count the same people." in text


def test_the_own_loss_admission_is_said(border: Explanation) -> None:
    (words,) = [c for c in border.comparison if "own-loss admission" in c]
    assert "second" in words
    assert "lower figure" in words
    assert any("losses of its opponent, Pakistan" in c for c in border.comparison)


def test_a_side_that_no_registry_knows_is_told_by_its_name() -> None:
    head = "id | claimant | claimant_side | date | place | quantity | victims | victim_side"
    rows = ["n | Army | Northland | 2021-05-03 | Velmar | 12 | soldiers | Northland",
            "s | Ministry | Southland | 2021-05-03 | Velmar | 40 | soldiers | Northland"]  # fmt: skip
    told = " ".join(explained("\n".join([head, *rows]), "n", "s").comparison)
    assert "own-loss admission: Northland speaks of its own losses" in told
    assert "losses of its opponent, Northland" in told


def test_the_findings_about_the_pair_are_there(border: Explanation) -> None:
    assert [f.rule for f in border.findings] == ["count-disjoint"]


def test_the_two_claims_as_read(border: Explanation) -> None:
    assert (border.first.id, border.second.id) == ("B-01", "B-02")
    assert border.first.quantity is not None
    assert (border.first.quantity.low, border.first.quantity.high) == (58, None)
    assert (border.first.relation, border.second.relation) == ("other-side-loss", "own-loss")


def test_swapping_the_ids_swaps_the_sides_and_keeps_the_evidence(border: Explanation) -> None:
    other = explained(BORDER, "B-02", "B-01")
    assert (other.first, other.second) == (border.second, border.first)
    assert other.link.bits == border.link.bits
    assert other.link.clues == border.link.clues


def test_an_unknown_id_offers_near_ones() -> None:
    with pytest.raises(UnknownClaim, match=r"no claim has the id 'B-1'; the nearest ids are .*B-01"):
        explained(BORDER, "B-1", "B-02")


def test_different_labels_decide() -> None:
    table = f"""{HEAD} | event
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | x
        b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military | y"""
    found = explained(table, "a", "b")
    assert not found.same_event
    assert any("different labels" in line for line in found.grouping)
    assert found.findings == []


def test_one_label_decides() -> None:
    assert any("the same label" in line for line in explained(BORDER, "B-01", "B-02", event="one").grouping)


@pytest.mark.parametrize(
    ("ruling", "words"), [("same", "they are the same event"), ("different", "they are different events")]
)
def test_a_persons_decision_is_said(ruling: str, words: str) -> None:
    decision = Decision.model_validate({"decision": ruling, "claims": ("B-01", "B-02")})
    found = explained(BORDER, "B-01", "B-02", decision)
    assert found.same_event == (ruling == "same")
    assert any(words in line for line in found.grouping)


def test_days_apart_are_named() -> None:
    table = f"""{HEAD}
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman
        b | 2025-10-21 | Afghanistan-Pakistan border | clash | 23 | Pakistani soldiers | Pakistani military"""
    found = explained(table, "a", "b")
    assert not found.same_event
    assert any("10 days apart" in line for line in found.grouping)


def test_other_people_are_not_compared() -> None:
    table = f"""{HEAD}
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman
        b | {NIGHT} | more than 200 | Taliban fighters | Pakistani military"""
    assert "The two count different people: no comparison." in explained(table, "a", "b").comparison


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [("children", "people", "The first counts a part"), ("people", "children", "The second counts a part")],
)
def test_a_part_and_its_whole(first: str, second: str, words: str) -> None:
    table = f"""{HEAD}
        a | 2014-12-16 | Peshawar | massacre | 132 | {first} | Pakistani officials
        b | 2014-12-16 | Peshawar | massacre | 145 | {second} | Pakistani officials"""
    found = explained(table, "a", "b")
    assert any(line.startswith(words) for line in found.comparison)
    assert "The two intervals share no number." in found.comparison


def test_two_kinds_of_claim_are_not_compared() -> None:
    table = """id | kind | stance | accused | claimant
               a | casualty | | | the mayor
               b | responsibility | accuses | Russia | the mayor"""
    assert "not compared directly" in explained(table, "a", "b", event="one").comparison[0]


def test_two_frames_and_two_acts() -> None:
    frames = (
        "id | frame | claimant\na | retaliatory | Taliban government spokesman\nb | unprovoked | Pakistani military"
    )
    acts = """id | stance | accused | act | claimant
              a | accuses | Iran | a demand for ransom | Israel
              b | denies | Iran | harbouring rebels | Iran"""
    assert "opposed (initiation)" in explained(frames, "a", "b", kind="characterization", event="one").comparison[0]
    assert "name different acts" in explained(acts, "a", "b", kind="responsibility", event="one").comparison[0]


def test_two_stances_that_name_no_act_speak_of_the_event() -> None:
    bare = "id | stance | accused | claimant\n a | accuses | RSF | A mayor\n b | denies | RSF | RSF"
    said = explained(bare, "a", "b", kind="responsibility", event="one").comparison
    assert said == ["Neither names an act: both speak of the event itself."]


def test_two_claims_of_one_event_without_evidence_of_their_own() -> None:
    table = """id | event | claimant
               a  | one   | the mayor
               b  | one   | Radio Far"""
    assert any("label" in line for line in explained(table, "a", "b").grouping)


def test_a_claim_explained_with_itself_does_not_fail() -> None:
    found = explained(BORDER, "B-01", "B-01")
    assert found.same_event
