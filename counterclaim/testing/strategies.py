"""Hypothesis strategies for claims about a small invented war, so that claims meet and clash often.

The only module that needs hypothesis.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from claims.model import Claim

SIDES = ("Northland", "Southland")
PLACES = ("Velmar", "Velmar district", "Okhtun", "near Okhtun", "")
DATES = ("2021-05-03", "2021-05-04", "2021-05-03/2021-05-04", "2021-05-09", "2021-05", "")
PUBLISHED = ("2021-05-04", "2021-05-05", "2021-05-10", "")
WORDINGS = ("12", "40", "at least 30", "more than 200", "dozens", "several", "up to 15", "about 40", "none", "", "?")
VICTIMS = ("soldiers", "fighters", "civilians", "people", "civilians, mostly women and children", "women and children")
TYPES = ("airstrike", "clash", "", "attack")
STANCES = ("claims", "admits", "accuses", "denies", "no_comment", "attributes to accident")
OUTLETS = ("Wire A", "Wire B", "The Daily")


def _speakers() -> st.SearchStrategy[dict[str, str]]:
    belligerent = st.sampled_from(SIDES).flatmap(
        lambda side: st.sampled_from(["army", "defence ministry"]).map(
            lambda body: {"claimant": f"{side} {body}", "claimant_side": side}
        )
    )
    third = st.sampled_from(OUTLETS).map(lambda outlet: {"claimant": outlet})
    return st.one_of(belligerent, third)


def _common() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "date": st.sampled_from(DATES),
            "place": st.sampled_from(PLACES),
            "event_type": st.sampled_from(TYPES),
            "source": st.sampled_from(OUTLETS),
            "published": st.sampled_from(PUBLISHED),
        }
    )


def _casualty() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "kind": st.just("casualty"),
            "measure": st.sampled_from(("killed", "injured", "casualties")),
            "quantity": st.sampled_from(WORDINGS),
            "victims": st.sampled_from(VICTIMS),
            "victim_side": st.sampled_from((*SIDES, "")),
            "perpetrator": st.sampled_from((*SIDES, "")),
        }
    )


def _responsibility() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "kind": st.just("responsibility"),
            "stance": st.sampled_from(STANCES),
            "accused": st.sampled_from((*SIDES, "")),
            "act": st.sampled_from(("", "the attack", "the air strike", "harbouring rebels")),
        }
    )


def _characterization() -> st.SearchStrategy[dict[str, Any]]:
    frames = ("retaliatory", "unprovoked", "a precision strike", "a massacre", "an accident", "deliberate")
    return st.fixed_dictionaries({"kind": st.just("characterization"), "frame": st.sampled_from(frames)})


def rows() -> st.SearchStrategy[dict[str, Any]]:
    """One row of a claim file, without an id and without empty cells."""
    return st.builds(
        lambda *parts: {key: value for part in parts for key, value in part.items() if value != ""},
        _common(),
        _speakers(),
        st.one_of(_casualty(), _casualty(), _responsibility(), _characterization()),
    )


@cache
def _readers_loaded() -> None:
    """Load what reading a claim needs before examples are timed: hypothesis takes a slow first one for a fault."""
    row = {"kind": "casualty", "measure": "killed", "quantity": "dozens", "date": "2021-05", "published": "2021-05-04"}
    Claim.model_validate({**row, "claimant": "Wire A", "source": "Wire A"})


def claims(id: str = "c00") -> st.SearchStrategy[Claim]:
    """One claim of any kind; half of them count casualties."""
    _readers_loaded()
    return rows().map(lambda row: Claim.model_validate({"id": id, **row}))


def claim_sets(min_size: int = 0, max_size: int = 12) -> st.SearchStrategy[list[Claim]]:
    """Claims that belong together, with ids ``c00``, ``c01``, …"""
    _readers_loaded()
    return st.lists(rows(), min_size=min_size, max_size=max_size).map(
        lambda found: [Claim.model_validate({"id": f"c{n:02d}", **row}) for n, row in enumerate(found)]
    )
