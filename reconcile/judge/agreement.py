"""What the accused concede, and what every party that could have done it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claims.model import Stance
from reconcile.acts import same_act
from reconcile.judge.case import Case, bicliques, by_preference
from reconcile.judge.stances import (
    POSITIVE,
    names_the_side_of,
    own_acts,
    speaks_for_itself,
    standing_stances,
    statement_of,
)
from reconcile.reading import Reading, is_known
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for
from reconcile.words import only_a_body, unidentified


def conceded(case: Case) -> list[Finding]:
    """Acts that a party says are its own and that somebody of another side attributes to it."""
    said = case.once(standing_stances)
    own = own_acts(case)
    edges = []
    for accuser in (r for r in said if r.claim.stance is Stance.ACCUSES):
        for party in own:
            if party.camp is not None and party.camp != accuser.camp and _one_matter(case, accuser, party):
                edges.append((party.camp, accuser, party))
    return [_conceded(case, camp, ones, twos) for camp, ones, twos in bicliques(edges)]


def _one_matter(case: Case, accuser: Reading, party: Reading) -> bool:
    return accuser.voice != party.voice and names_the_side_of(case, accuser, party)


def _conceded(case: Case, camp: str, ones: list[Reading], twos: list[Reading]) -> Finding:
    text = f"{statement_of(case, ones[0])}; {statement_of(case, twos[0])}. Both name {case.camp_name(camp)}."
    return case.finding(
        "responsibility-conceded",
        About.RESPONSIBILITY,
        Verdict.CORROBORATION,
        (ones, twos),
        factors_for("conceded", "corroboration"),
        text,
        subject=camp,
    )


def all_deny(case: Case) -> list[Finding]:
    """Acts that every party named for them denies: nobody is left who is said to have done it and accepts that."""
    said = case.once(standing_stances)
    return [found for matter in _matters(said) if (found := _orphan(case, matter)) is not None]


def _matters(said: list[Reading]) -> Iterator[list[Reading]]:
    """Statements that can be about one act, each with the first that it can be one with."""
    groups: dict[str, list[Reading]] = {}
    for reading in said:
        first = next((g[0] for g in groups.values() if same_act(g[0].act, reading.act)), reading)
        groups.setdefault(first.id, []).append(reading)
    yield from groups.values()


def _orphan(case: Case, matter: list[Reading]) -> Finding | None:
    named = {case.reader.camp_of(a) for r in matter for a in r.accused if not _names_nobody(r, a.name)}
    denials: dict[str, list[Reading]] = defaultdict(list)
    for reading in matter:
        if reading.claim.stance is Stance.DENIES and speaks_for_itself(case, reading):
            denials[reading.camp or ""].append(reading)
        if reading.claim.stance in POSITIVE and speaks_for_itself(case, reading):
            return None
    if len(denials) < 2 or named - set(denials):
        return None
    slots = [sorted(denials[camp], key=by_preference) for camp in sorted(denials, key=case.camp_name)]
    clauses = "; ".join(statement_of(case, slot[0]) for slot in slots)
    text = f"{clauses}. Every party that these claims name for it denies it."
    factors = factors_for("orphan", "gap")
    return case.finding("responsibility-all-deny", About.RESPONSIBILITY, Verdict.GAP, slots, factors, text)


def _names_nobody(reading: Reading, name: str) -> bool:
    """Whether the words for the accused name no party in particular."""
    known = any(is_known(a) for a in reading.accused if a.name == name)
    return not known and (unidentified(name) or only_a_body(name))
