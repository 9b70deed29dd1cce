"""Random events judged by the engine and by an independent exact solver; true worlds never conflict."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.actors import default_registry
from claims.model import Claim
from claims.policy import load_policy
from reconcile.engine import reconcile
from reconcile.interpret import interpret
from reconcile.joint.minimal import minimal_conflicts
from reconcile.joint.simplex import Bound
from reconcile.joint.statements import ANYWHERE, Accounts, Ledger, standing_statements
from reconcile.reader import Reader
from reconcile.result import Verdict

KINDS = {
    "people": lambda status, who: True,
    "soldiers": lambda status, who: status == "soldier",
    "civilians": lambda status, who: status == "civilian",
    "men": lambda status, who: who == "man",
    "women": lambda status, who: who == "woman",
    "children": lambda status, who: who == "child",
    "civilian men": lambda status, who: status == "civilian" and who == "man",
    "civilian children": lambda status, who: status == "civilian" and who == "child",
}
PEOPLE = [("soldier", "man"), ("soldier", "woman"), ("civilian", "man"), ("civilian", "woman"), ("civilian", "child")]
MEASURES = {"killed": ("killed",), "injured": ("injured",), "casualties": ("killed", "injured")}


def claim(n: int, measure: str, kind: str, quantity: str, side: str = "") -> Claim:
    return Claim(
        id=f"c{n:02}", kind="casualty", event="one", measure=measure, quantity=quantity, victims=kind,
        victim_side=side, claimant=f"Outlet {n}", source=f"Outlet {n}",
    )  # fmt: skip


def accounts_of(said: Sequence[Claim]) -> Accounts:
    reader = Reader(default_registry(), load_policy("plain"))
    readings = interpret(said, reader)
    ledger = Ledger(reader)
    standing_statements(ledger, readings, [ANYWHERE] * len(readings))
    return ledger.accounts()


def random_claims(draw: random.Random, size: int) -> list[Claim]:
    hedges = ("{}", "{}", "at least {}", "at most {}", "more than {}", "about {}")
    return [
        claim(
            n, draw.choice(list(MEASURES)), draw.choice(list(KINDS)),
            draw.choice(hedges).format(draw.randint(1, 30)), draw.choice(("", "Armenia", "Azerbaijan")),
        )
        for n in range(size)
    ]  # fmt: skip


@pytest.mark.slow
def test_an_independent_solver_agrees_on_5000_events() -> None:
    """OR-Tools CP-SAT as referee: the verdict of every event, and each set unsatisfiable and irreducible."""
    cp_model = pytest.importorskip("ortools.sat.python.cp_model")

    def can_hold(accounts: Accounts, bounds: Sequence[Bound]) -> bool:
        model = cp_model.CpModel()
        amounts = [model.new_int_var(0, 10_000, "") for _ in range(accounts.cells)]
        for bound in bounds:
            total = sum(amounts[c] * factor for c, factor in accounts.rows[bound.row].items())
            model.add(total >= bound.value if bound.low else total <= bound.value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(model)
        assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
        return status != cp_model.INFEASIBLE

    draw = random.Random(2025)
    unfit = 0
    for _ in range(5000):
        accounts = accounts_of(random_claims(draw, draw.randint(3, 8)))
        bounds = sorted(accounts.carriers)
        search = minimal_conflicts(accounts.tableau(), bounds)
        assert bool(search.conflicts) != can_hold(accounts, bounds)
        for conflict in search.conflicts[:3]:
            unfit += 1
            assert not can_hold(accounts, sorted(conflict))
            assert all(can_hold(accounts, sorted(conflict - {bound})) for bound in conflict)
    assert unfit > 1000


worlds = st.dictionaries(
    st.tuples(st.sampled_from(("killed", "injured")), st.sampled_from(PEOPLE)), st.integers(0, 40), min_size=1
)


@given(worlds, st.data())
def test_true_claims_never_conflict(world: dict[tuple[str, tuple[str, str]], int], data: st.DataObject) -> None:
    said = []
    for n in range(data.draw(st.integers(2, 8))):
        measure = data.draw(st.sampled_from(sorted(MEASURES)))
        kind = data.draw(st.sampled_from(sorted(KINDS)))
        truth = sum(count for (fate, who), count in world.items() if fate in MEASURES[measure] and KINDS[kind](*who))
        lower, upper = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 5))
        wordings = (str(truth), f"at least {max(0, truth - lower)}", f"at most {truth + upper}",
                    f"{max(0, truth - lower)} to {truth + upper}")  # fmt: skip
        said.append(claim(n, measure, kind, data.draw(st.sampled_from(wordings))))
    result = reconcile(said)
    assert not [f for f in result.findings if f.verdict is Verdict.CONTRADICTION and f.about.value != "status"]


@given(st.integers(0, 10_000))
def test_each_set_is_gone_when_any_of_its_claims_is(seed: int) -> None:
    said = random_claims(random.Random(seed), 6)
    result = reconcile(said)
    for found in result.findings:
        if found.rule != "accounting-set":
            continue
        gone = {found.claims[0], *found.echoes.get(found.claims[0], [])}
        rest = reconcile([c for c in said if c.id not in gone])
        assert found.id not in {f.id for f in rest.findings}


@given(st.integers(0, 10_000), st.integers(2, 5))
def test_scaling_all_exact_figures_keeps_the_sets(seed: int, factor: int) -> None:
    draw = random.Random(seed)
    said = [claim(n, "killed", draw.choice(list(KINDS)), str(draw.randint(1, 20))) for n in range(5)]
    larger = [c.model_copy(update={"quantity": str(int(c.quantity) * factor)}) for c in said]

    def sets(claims: Sequence[Claim]) -> set[frozenset[str]]:
        return {frozenset(f.claims) for f in reconcile(claims).findings if f.rule == "accounting-set"}

    assert sets(said) == sets(larger)


@given(st.integers(0, 10_000))
def test_a_new_voice_heals_no_set(seed: int) -> None:
    draw = random.Random(seed)
    said = random_claims(draw, 5)
    extra = claim(90, draw.choice(list(MEASURES)), draw.choice(list(KINDS)), str(draw.randint(1, 30)))
    before, after = accounts_of(said), accounts_of([*said, extra])
    unfit = [bool(minimal_conflicts(a.tableau(), sorted(a.carriers)).conflicts) for a in (before, after)]
    assert unfit[1] or not unfit[0]


def test_the_minimal_sets_hold_no_smaller_one() -> None:
    draw = random.Random(5)
    for _ in range(200):
        sets = [frozenset(f.claims) for f in reconcile(random_claims(draw, 7)).findings if f.rule == "accounting-set"]
        assert not any(a < b for a, b in combinations(sets, 2))
