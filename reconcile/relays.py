"""Relays: a source that repeats what an agency, another outlet or another claim said counts as that origin.

A claim says so by ``relayed_from``, or by a byline that names an agency or somebody cited ("BBC/AFP").
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.model import Claim
from reconcile.citing import Byline, agency, read_byline, read_citation, read_tellers
from reconcile.reader import Reader
from reconcile.reading import Reading, Speaker, fold, year_of


class Relay(NamedTuple):
    """What a claim says about where its source took it from."""

    claim: str
    """The id of the claim that it repeats; empty when it names an agency, an outlet or nobody."""
    tellers: tuple[str, ...]
    """Those whom it names; several, or none, tell of no single origin."""
    words: str
    """The byline that says so; empty for the column ``relayed_from``."""


def relay_of(claim: Claim, ids: Container[str]) -> Relay | None:
    """The relay that a claim is, among claims with these ids; None for a statement that its source took first-hand."""
    if claim.relayed_from == claim.id != "":
        return None
    if claim.relayed_from:
        if claim.relayed_from in ids:
            return Relay(claim.relayed_from, (), "")
        return Relay("", read_tellers(claim.relayed_from), "")
    cited = _cited_by_the_claimant(claim)
    if cited is not None:
        return Relay("", cited.tellers, claim.claimant)
    byline = read_byline(claim.source)
    if not byline.tellers or (agency(claim.claimant) or claim.claimant) in byline.tellers:
        return None
    return Relay("", byline.tellers, claim.source)


def in_its_own_name(claim: Claim) -> bool:
    """Whether the outlet itself is the claimant, be it as "BBC News, citing the governor"."""
    if fold(claim.claimant) in (fold(claim.source), fold(read_byline(claim.source).outlet)):
        return True
    return _cited_by_the_claimant(claim) is not None


def _cited_by_the_claimant(claim: Claim) -> Byline | None:
    """Whom the claimant's words cite, where they begin with the outlet."""
    cited = read_citation(claim.claimant)
    if cited is None:
        return None
    one, two = ({*fold(name).split()} for name in (cited.outlet, claim.source))
    return cited if one <= two or two <= one else None


def undo_relays(readings: Sequence[Reading], reader: Reader) -> list[Reading]:
    """Give each relay the origin it repeats: a claim by its id, an agency or outlet by its name.

    An outlet that speaks in its own name and repeats somebody gets that speaker's voice and side too; a claimant whom
    a source merely quotes by way of an agency stays the voice.
    """
    by_id = {r.id: r for r in readings}
    return [_as_its_origin(r, by_id, reader) for r in readings]


def _as_its_origin(reading: Reading, by_id: dict[str, Reading], reader: Reader) -> Reading:
    relay = relay_of(reading.claim, by_id)
    if relay is None:
        return reading
    first = _first_teller(reading, by_id)
    if not in_its_own_name(reading.claim):
        return replace(reading, origin=reading.voice if first is reading else first.voice)
    teller = _teller(first, by_id, reader)
    return replace(
        reading,
        origin=teller.voice,
        voice=teller.voice,
        voice_name=teller.name,
        called=teller.called,
        camp=teller.camp,
        third_party=teller.third_party or teller.camp is None,
        sides=reader.side_names(reading.parties, teller.camp),
    )


def _teller(first: Reading, by_id: dict[str, Reading], reader: Reader) -> Speaker:
    """Who told the first claim of a chain: its own speaker, or the one whom it names."""
    relay = relay_of(first.claim, by_id)
    if relay is None or len(relay.tellers) != 1 or not in_its_own_name(first.claim):
        return Speaker(first.voice, first.voice_name, first.called, first.camp, first.third_party)
    return reader.speaker(relay.tellers[0], "", year_of(first))


def _first_teller(reading: Reading, by_id: dict[str, Reading]) -> Reading:
    """Follow claim ids back to the first claim; a circle counts as the smallest id on it."""
    way = [reading]
    met = {reading.id: 0}
    while (came_from := way[-1].claim.relayed_from) in by_id:
        if came_from in met:
            return min(way[met[came_from] :], key=lambda r: r.id)
        met[came_from] = len(way)
        way.append(by_id[came_from])
    return way[-1]
