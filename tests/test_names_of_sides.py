"""What a side is called in a report: the claims' own words for it, never those for one of its bodies."""

from __future__ import annotations

import pytest

from tests.tables import result_of

ROWS = """id | claimant           | victims  | victim_side | quantity
       a  | Pakistani military | soldiers | {side}      | 23
       b  | Taliban government | soldiers | {side}      | 58"""


@pytest.mark.parametrize(
    ("written", "called"),
    [("the Pakistani military", "Pakistan"), ("Islamic Republic of Pakistan", "Islamic Republic of Pakistan")],
)
def test_a_side_has_the_words_that_name_it_whole(written: str, called: str) -> None:
    result = result_of(ROWS.format(side=written), date="2025-10-11", place="Kabul, Afghanistan")
    assert {claim.camp for claim in result.claims if claim.id == "a"} == {called}
