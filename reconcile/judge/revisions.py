"""What a voice later said otherwise: a figure that rose, fell or was withdrawn, victims that it called something else.

The earlier statements are history and are held against nobody; a toll that falls is told apart from one that rises,
because tolls seldom fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.policy import load_policy, policy_names
from claims.quantity import Interval, Quantity
from reconcile.judge.case import Case
from reconcile.judge.figures import counted, moved, quantity_of
from reconcile.judge.relabelled import Relabelling
from reconcile.judge.standing import by_voice_and_people, changes_of_status, restates, taken_back_by
from reconcile.judge.steps import Step, steps
from reconcile.judge.victims import as_armed
from reconcile.reading import Reading
from reconcile.remarks import Withdrawal, withdrawal
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.said import Move
from reconcile.severity import factors_for, firmness_of, magnitude_of, share_beyond

_REVISED = {Move.UP: "up", Move.DOWN: "down", Move.RECATEGORISED: ""}


def revisions(case: Case) -> list[Finding]:
    """Figures that a voice revised or withdrew, and victims that it later called by another status."""
    changes = case.once(changes_of_status)
    found = [_recategorised(case, change) for change in changes]
    for said in by_voice_and_people(case.figures):
        for step in steps(said, changes):
            found.extend(_of_step(case, step, said))
    return found


def _of_step(case: Case, step: Step, said: Sequence[Reading]) -> Iterator[Finding]:
    before = step.before
    if step.move is Move.RETRACTED:
        yield _retracted(case, step, said)
    elif before is not None and step.move in _REVISED and before in said:
        yield _revised(case, before, step.reading, together=step.move is Move.RECATEGORISED)


def _revised(case: Case, early: Reading, late: Reading, *, together: bool) -> Finding:
    up = quantity_of(late).core.low > quantity_of(early).core.low
    way = "up" if up else "down"
    text = (
        f"{case.who(early)} first said {counted(early)}, later {counted(late)}: "
        f"revised {way}{_by(quantity_of(early), quantity_of(late))}."
    )
    notes = ["The same statements also split the victims anew by status."] if together else []
    return case.finding(
        f"count-revised-{way}",
        About.COUNT,
        Verdict.REVISION,
        ((early,), (late,)),
        _factors(early, late, f"revision_{way}"),
        text,
        gap=_gap(quantity_of(early).outer, quantity_of(late).outer),
        policies=_policies(case, early, late),
        notes=notes,
    )


def _factors(early: Reading, late: Reading, firmness: str) -> Factors:
    before, after = quantity_of(early).core, quantity_of(late).core
    share = max(_share(before, after), _share(after, before))
    return Factors(
        magnitude=share or magnitude_of("repetition"), directness=1.0, independence=1.0, firmness=firmness_of(firmness)
    )


def _share(up: Interval, down: Interval) -> float:
    return share_beyond(up.low, down.high) if down.high is not None else 0.0


def _gap(one: Interval, two: Interval) -> int | None:
    """People between two intervals that share no number; None where they meet."""
    for up, down in ((one, two), (two, one)):
        if down.high is not None and up.low > down.high:
            return up.low - down.high
    return None


def _by(before: Quantity, after: Quantity) -> str:
    """By how many a figure moved, as far as the words tell."""
    ends = (before.outer, after.outer)
    gap = _gap(*ends)
    if gap is not None:
        return f" by {gap}" if all(i.low == i.high for i in ends) else f" by {gap} or more"
    if before.number is not None and after.number is not None and before.number != after.number:
        return f", by {abs(after.number - before.number)} between the numbers said"
    return ""


def _policies(case: Case, early: Reading, late: Reading) -> list[str]:
    """The numeral policies under which the figure moved."""
    read = case.reader.quantity
    policies = ((name, load_policy(name)) for name in policy_names())
    return [name for name, policy in policies if moved(read(early.claim, policy), read(late.claim, policy))]


def _retracted(case: Case, step: Step, said: Sequence[Reading]) -> Finding:
    early, late = step.before, step.reading
    if early is None:
        return _taken_back_alone(case, late, said)
    words = "later withdrew it" if withdrawal(late.claim) is not None else f"later {counted(late)}"
    if withdrawal(late.claim) is not None and restates(late, [early]):
        words = f"later withdrew it and said {counted(late)}"
    by = _by(quantity_of(early), quantity_of(late)) if moved(quantity_of(early), quantity_of(late)) else ""
    way = f", down{by}" if by and _fell(early, late) else f", up{by}" if by else ""
    text = f"{case.who(early)} first said {counted(early)}, {words}: the first figure is withdrawn{way}."
    gap = _gap(quantity_of(early).outer, quantity_of(late).outer)
    factors = factors_for("retracted", "retracted")
    return case.finding("count-retracted", About.COUNT, Verdict.REVISION, ((early,), (late,)), factors, text, gap=gap)


def _fell(early: Reading, late: Reading) -> bool:
    return quantity_of(late).core.low < quantity_of(early).core.low


def _taken_back_alone(case: Case, late: Reading, said: Sequence[Reading]) -> Finding:
    """A statement whose own words say that it, or an earlier one that is not among the claims, was withdrawn."""
    copies = taken_back_by(late, said)
    itself = withdrawal(late.claim) is Withdrawal.ITSELF
    what = "this statement was later withdrawn" if itself else "a figure was withdrawn"
    text = f"{case.who(late)} said {counted(late)}; the words of the claim say that {what}."
    factors = factors_for("retracted", "retracted")
    return case.finding("count-retracted", About.COUNT, Verdict.REVISION, ((late, *copies),), factors, text)


def _recategorised(case: Case, change: Relabelling) -> Finding:
    early, late = change.early, change.late
    told = [" and ".join(counted(r) for r in side) for side in (early, late)]
    text = f"{case.who(early[0])} first said {told[0]}, later {told[1]}: {_what_changed(change)}."
    policies = _policies(case, early[0], late[0]) if change.split else []
    return case.finding(
        "status-recategorised",
        About.STATUS,
        Verdict.REVISION,
        [(r,) for r in (*early, *late)],
        factors_for("recategorised", "recategorised"),
        text,
        policies=policies,
    )


def _what_changed(change: Relabelling) -> str:
    if not change.split:
        was, now = ("armed", "civilians") if as_armed(change.early[0]) else ("civilians", "armed")
        return f"the victims were first described as {was}, then as {now}"
    moves = [_kind_moved(kind, change) for kind in (True, False)]
    return f"the victims were split anew by status, {' and '.join(m for m in moves if m)}"


def _kind_moved(armed: bool, change: Relabelling) -> str:
    words = "armed" if armed else "civilians"
    before = next((r for r in change.early if as_armed(r) is armed), None)
    after = next(r for r in change.late if as_armed(r) is armed)
    if before is None:
        return f"{words} newly named"
    return f"{words} {'down' if _fell(before, after) else 'up'}{_by(quantity_of(before), quantity_of(after))}"
