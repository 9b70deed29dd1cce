"""Links that claims themselves tell of: a relay by a claim's id, by a name, or by an agency in the byline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.judge.figures import later
from reconcile.judge.origins.links import Link, Why
from reconcile.judge.origins.statements import changes, one_number
from reconcile.reader import Reader
from reconcile.reading import Reading, year_of
from reconcile.relays import Relay, in_its_own_name, relay_of

_LATE = 10**12


def told_links(readings: Sequence[Reading], reader: Reader) -> list[Link]:
    """A link for each claim that says where its source took it from; one for each teller that it names."""
    by_id = {r.id: r for r in readings}
    relays = {r.id: relay for r in readings if (relay := relay_of(r.claim, by_id)) is not None}
    heard = _by_voice(readings, reader) if any(relay.tellers for relay in relays.values()) else {}
    return [link for r in readings if r.id in relays for link in _links(r, relays[r.id], by_id, heard, reader)]


def earliest(readings: Sequence[Reading]) -> Reading:
    """The first statement of several, by date and then by id; the undated come last."""
    return min(readings, key=by_time)


def by_time(reading: Reading) -> tuple[int, str]:
    """A key that puts statements in the order in which they were made."""
    return (_LATE if reading.said is None else reading.said[0], reading.id)


def _by_voice(readings: Sequence[Reading], reader: Reader) -> Mapping[str, list[Reading]]:
    """The claims that a name may stand for: those it made, and those it carries."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for r in readings:
        for voice in _own_voices(r, reader):
            found[voice].append(r)
    return found


def _own_voices(reading: Reading, reader: Reader) -> set[str]:
    """The claimant and the source, before any relay is undone."""
    claim, year = reading.claim, year_of(reading)
    return {
        reader.speaker(claim.claimant, claim.claimant_side, year).voice,
        reader.speaker(claim.source, "", year).voice,
    }


def _links(
    copy: Reading, relay: Relay, by_id: Mapping[str, Reading], heard: Mapping[str, list[Reading]], reader: Reader
) -> Iterator[Link]:
    why = _why(copy, relay)
    if relay.claim:
        of = by_id[relay.claim]
        yield Link(copy, of, of.id, why, _as_a_copy(copy, of, reader))
    for teller in relay.tellers:
        voice = reader.speaker(teller, "", year_of(copy)).voice
        if voice not in _own_voices(copy, reader):
            first = _told_by(heard.get(voice, ()), copy, reader)
            yield Link(copy, first, teller, why, changes(copy, first, reader) if first else None)


def _why(copy: Reading, relay: Relay) -> Why:
    if not relay.words:
        return Why.RELAYED
    return Why.CITED if relay.words == copy.claim.claimant else Why.SOURCE


def _as_a_copy(copy: Reading, of: Reading, reader: Reader) -> tuple[str, ...] | None:
    """What the copy changed; another claimant whom it quotes is a voice of its own."""
    return changes(copy, of, reader) if in_its_own_name(copy.claim) or copy.voice == of.voice else None


def _told_by(said: Sequence[Reading], copy: Reading, reader: Reader) -> Reading | None:
    """The statement of a teller that a claim repeats: the earliest one in the same words, else one that it changed.

    A higher or lower figure that came later may be the teller's own news; it is a change only if nothing was later, or
    if the number stayed and the hedge or the people did not.
    """
    before = [r for r in said if r.id != copy.id and not later(copy, r) and _one_voice(copy, r)]
    alike = [r for r in before if changes(copy, r, reader) == ()]
    if alike:
        return earliest(alike)
    if not in_its_own_name(copy.claim):
        return None
    changed = [r for r in before if changes(copy, r, reader) and (one_number(copy, r) or not later(r, copy))]
    return min(changed, key=lambda r: (not one_number(copy, r), -by_time(r)[0], r.id), default=None)


def _one_voice(copy: Reading, of: Reading) -> bool:
    return in_its_own_name(copy.claim) or copy.voice == of.voice
