"""Remarks by which a statement is taken back, or a party is said to have acted alone; and words that only look so."""

from __future__ import annotations

import pytest

from claims.lexicon import data
from claims.model import Claim
from reconcile.remarks import Withdrawal, acted_alone, withdrawal, without_alone


def about(**said: str) -> Claim:
    return Claim.model_validate(
        {"kind": "responsibility", "stance": "accuses", "claimant": "X", "source": "Y", **said}
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["retracted", "The ministry withdrew its figure", "the claim was withdrawn on Monday", "rescinded the statement",
     "Le ministère a retiré son bilan", "la ministra se retractó", "ministério retirou a declaração",
     "Das Ministerium zog die Zahlen zurück: zurückgezogen, diese Angaben", "hat die Aussage widerrufen",
     "министерство отозвало заявление: отозвал данные", "відкликав заяву", "تراجعت عن روايتها", "سحب البيان بيان",
     "حرف خود را پس گرفت", "חזר בו מדבריו", "açıklamasını geri çekti", "撤回了声明", "声明を撤回", "성명을 철회"],
)  # fmt: skip
@pytest.mark.parametrize("column", ["notes", "quote"])
def test_a_statement_taken_back(words: str, column: str) -> None:
    assert withdrawal(about(**{column: words})) is Withdrawal.EARLIER


@pytest.mark.parametrize(
    "words", ["later retracted", "the figure was subsequently withdrawn", "позже отозвал заявление"]
)
def test_this_very_statement_was_taken_back(words: str) -> None:
    assert withdrawal(about(notes=words)) is Withdrawal.ITSELF


@pytest.mark.parametrize(
    "words",
    ["", "troops withdrew from the town", "withdrew from the area, a report said", "The army withdrew. The toll rose.",
     "did not retract", "never retracted the claim", "refused to retract", "n'a pas retiré", "военные отозвали войска",
     "军方撤回部队", "subtraction", "dropped bombs on the village"],
)  # fmt: skip
def test_no_statement_taken_back(words: str) -> None:
    assert withdrawal(about(notes=words)) is None


@pytest.mark.parametrize(
    ("accused", "name"),
    [("Hamas alone", "Hamas"), ("only the Houthis", "the Houthis"), ("Russia, acting alone", "Russia"),
     ("nur Russland", "Russland"), ("только Россия", "Россия"), ("حماس وحدها", "حماس"), ("alone", "alone")],
)  # fmt: skip
def test_a_party_alone(accused: str, name: str) -> None:
    assert acted_alone(about(accused=accused))
    assert without_alone(accused) == name


@pytest.mark.parametrize("accused", ["Hamas", "Malone Brigade", "Solomon Islands police", "Salone Front"])
def test_a_name_is_no_remark(accused: str) -> None:
    assert not acted_alone(about(accused=accused))
    assert without_alone(accused) == accused


@pytest.mark.parametrize("act", ["struck only military targets", "killed 12 in Gaza alone", "attacked on Monday alone"])
def test_an_act_with_an_only_elsewhere(act: str) -> None:
    assert not acted_alone(about(act=act))


def test_the_remarks_are_texts_and_none_is_there_twice() -> None:
    for kind, lists in data("reconcile", "remarks.yaml").items():
        for part in lists.values() if kind != "version" else ():
            assert all(isinstance(word, str) and word for word in part)
            assert len({word.casefold() for word in part}) == len(part)
