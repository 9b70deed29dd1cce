"""Reads claims: words turned into windows, places, sides, intervals and populations, under a registry and a policy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from claims.actors import Actor, Registry
from claims.dates import Window, read_moment, read_window
from claims.event_types import read_event_type
from claims.model import Claim, Kind, Measure, Scope, Stance
from claims.people import People, read_people
from claims.people_words import Lexicon
from claims.places import read_place
from claims.policy import Policy
from claims.quantity import Quantity, from_bounds, read_quantity
from reconcile.acts import read_act
from reconcile.population import Population, Relation, relate
from reconcile.reading import Reading, Speaker, fold, is_known, proper_names, window_year
from reconcile.remarks import without_alone
from reconcile.words import (
    as_things,
    only_a_body,
    preliminary_mark,
    telling_word,
    unidentified,
    without_members,
)

_LED = re.compile(r"([\w.]+)[- ]led\b")
_NO_WINDOW = Window(None, None)


class Reader:
    """Reads claims under one registry and one numeral policy."""

    def __init__(self, registry: Registry, policy: Policy, people: Lexicon | None = None) -> None:
        """``people`` are a project's own words for the counted people, None the shipped ones."""
        self.registry = registry
        self.people = people
        self.policy = policy
        self._speakers: dict[tuple[str, str, int | None], Speaker] = {}
        self._camps: dict[str, str] = {}
        self._side_names_by_id: dict[str, str] = {}
        self._relations: dict[tuple[Population, Population], Relation] = {}
        self._names_of_sides: dict[frozenset[str], Mapping[str, str]] = {}
        self._named: dict[tuple[str, int | None], tuple[Actor, ...]] = {}
        self._owners: dict[tuple[str, str, int | None], Actor | None] = {}

    def read(self, claim: Claim) -> Reading:
        """Read one claim; a relay still counts as its own origin."""
        window = read_window(claim.date) if claim.date else _NO_WINDOW
        year = window_year(window, claim)
        speaker = self.speaker(claim.claimant, claim.claimant_side, year)
        victim = self._victim(claim, year)
        perpetrators = self._actors(claim.perpetrator, year)
        accused = self._accused(claim, year)
        camp = speaker.camp or self._side_of_the_accused(claim, accused)
        act = read_act(claim.act)
        population = self._population(claim, victim, window) if claim.kind is Kind.CASUALTY else None
        parties = self._parties((*perpetrators, *accused, *((victim,) if victim else ())))
        return Reading(
            claim=claim,
            window=window,
            place=read_place(claim.place, claim.country, claim.latitude, claim.longitude),
            event_type=read_event_type(claim.event_type or claim.act),
            voice=speaker.voice,
            voice_name=speaker.name,
            called=speaker.called,
            origin=speaker.voice,
            camp=camp,
            third_party=camp is None and (speaker.third_party or fold(claim.claimant) == fold(claim.source)),
            victim=victim,
            perpetrators=perpetrators,
            accused=accused,
            parties=parties,
            sides=self.side_names(parties, camp),
            act=act,
            population=population,
            quantity=self.quantity(claim) if population else None,
            said=read_moment(claim.published),
            preliminary=_is_preliminary(claim),
            is_total=claim.scope is Scope.CUMULATIVE,
            about_responsibility=claim.kind is Kind.RESPONSIBILITY,
            document=claim.document,
            names=self._names(claim),
        )

    def quantity(self, claim: Claim, policy: Policy | None = None) -> Quantity:
        """The claim's count under a policy (the reader's own by default)."""
        policy = policy or self.policy
        if not claim.quantity and not (claim.low is None and claim.high is None and claim.best is None):
            return from_bounds(claim.low, claim.high, claim.best, policy)
        return read_quantity(claim.quantity, policy)

    def speaker(self, name: str, side: str, year: int | None) -> Speaker:
        """Who speaks, by name and stated side."""
        key = (name, side, year)
        if key not in self._speakers:
            self._speakers[key] = self._read_speaker(name, side, year)
        return self._speakers[key]

    def _read_speaker(self, name: str, side: str, year: int | None) -> Speaker:
        actor = self.registry.resolve(name, year)
        stated = self._known_or_coined(side, year) if side else None
        voice, shown = (actor.id, actor.name) if actor else (fold(name), name)
        words = shown if voice in self.registry.named_by_project else name
        if stated is not None and not stated.third_party:
            camp = self.camp_of(stated)
            return Speaker(_voice_of_side(actor, voice, camp), shown, words, camp, third_party=False)
        if stated is not None or (actor is not None and actor.third_party):
            return Speaker(voice, shown, words, None, third_party=True)
        return Speaker(voice, shown, words, self.camp_of(actor) if actor else None, third_party=False)

    def _side_of_the_accused(self, claim: Claim, accused: tuple[Actor, ...]) -> str | None:
        """A claimant of no known side that speaks of itself is its own side: "Blackwater" denying for Blackwater."""
        if claim.stance is None or claim.stance is Stance.ACCUSES:
            return None
        name = fold(claim.claimant)
        return next((self.camp_of(a) for a in accused if fold(a.name) in name), None)

    def known_camps(self, actors: Iterable[Actor]) -> set[str]:
        """The sides of those actors that the registry, or the user's, knows."""
        return {self.camp_of(a) for a in actors if is_known(a)}

    def camp_of(self, actor: Actor) -> str:
        """The id of the side that an actor belongs to."""
        if actor.id not in self._camps:
            side = self.registry.side(actor)
            self._camps[actor.id] = side.id
            self._side_names_by_id[side.id] = side.name
        return self._camps[actor.id]

    def call_sides(self, names: Mapping[str, str]) -> None:
        """Use the words of the claims for sides, by the sides' ids; names that a project's actors file gives stay."""
        for camp, words in names.items():
            if camp not in self.registry.named_by_project:
                self._side_names_by_id[camp] = words
        self._names_of_sides.clear()

    def side_name(self, camp: str | None) -> str | None:
        """A side as people write it; None for no side."""
        return None if camp is None else self._side_names_by_id.get(camp, camp)

    def relate(self, p: Population, q: Population) -> Relation:
        """How population P stands to population Q."""
        if (p, q) not in self._relations:
            self._relations[p, q] = relate(p, q, self.registry)
        return self._relations[p, q]

    def may_stand_for(self, vague: Actor, actor: Actor) -> bool:
        """Whether a name that identifies nobody may mean this actor.

        "Unknown gunmen" may be anyone; "Palestinian armed groups" any group, but no government other than
        Palestine's own.
        """
        if is_known(vague):
            return False
        named = {word: self.registry.mention(word) for word in re.findall(r"\w+", vague.name)}
        rest = [word for word, nation in named.items() if nation is None]
        if rest and not unidentified(" ".join(rest)):
            return False
        nations = {self.camp_of(nation) for nation in named.values() if nation is not None}
        return not nations or not actor.governs or self.camp_of(actor) in nations

    def leads(self, actor: Actor, coalition: Actor) -> bool:
        """Whether a coalition is named after the actor that leads it, as in "Saudi-led coalition"."""
        leader = _LED.search(coalition.name)
        named = self.registry.mention(leader[1]) if leader else None
        return named is not None and self.camp_of(named) == self.camp_of(actor)

    def _known_or_coined(self, name: str, year: int | None) -> Actor:
        """The side of this name, by a people too ("Palestinians"); a longer wording may name only some of a people."""
        people = self.registry.mention(name, year) if " " not in name.strip() else None
        return self.registry.resolve(name, year) or people or self.registry.coin(name)

    def _actors(self, text: str, year: int | None) -> tuple[Actor, ...]:
        if not text:
            return ()
        if (text, year) not in self._named:
            self._named[text, year] = self._read_actors(text, year)
        return self._named[text, year]

    def _read_actors(self, text: str, year: int | None) -> tuple[Actor, ...]:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        if len(parts) > 1:
            return tuple(dict.fromkeys(actor for part in parts for actor in self._actors(part, year)))
        found = self.registry.resolve_all(text, year)
        if found:
            return found
        mentioned = self.registry.mention(text, year)
        return (mentioned,) if mentioned else (self.registry.coin(text),)

    def _accused(self, claim: Claim, year: int | None) -> tuple[Actor, ...]:
        if claim.kind is not Kind.RESPONSIBILITY:
            return ()
        if claim.accused:
            named = self._actors(without_alone(claim.accused), year)
            if not all(self._only_a_body(a) for a in named):
                return named
            return (
                self._own_party(claim, year) if claim.stance is not Stance.ACCUSES else self._state(claim, year)
            ) or named
        return () if claim.stance is Stance.ACCUSES else self._own_party(claim, year)

    def _only_a_body(self, actor: Actor) -> bool:
        """Whether the words only say "the coalition" or "our forces": the speaker's own."""
        return not is_known(actor) and only_a_body(actor.name)

    def _state(self, claim: Claim, year: int | None) -> tuple[Actor, ...]:
        """The state where it was: "the Navy" and "the authorities" of a report from Peru are Peru's."""
        state = self.registry.resolve(claim.country, year) if claim.country else None
        return (state,) if state is not None and state.governs else ()

    def _own_party(self, claim: Claim, year: int | None) -> tuple[Actor, ...]:
        """An empty accused means the claimant's own party."""
        named = self.registry.resolve(claim.claimant, year)
        stated = self._known_or_coined(claim.claimant_side, year) if claim.claimant_side else None
        if (
            named is not None
            and not named.third_party
            and (stated is None or self.camp_of(named) == self.camp_of(stated))
        ):
            return (named,)
        return (stated,) if stated else ()

    def _victim(self, claim: Claim, year: int | None) -> Actor | None:
        key = (claim.victim_side, "" if claim.victim_side else claim.victims or claim.quantity, year)
        if key not in self._owners:
            side, victims, _ = key
            self._owners[key] = self._known_or_coined(side, year) if side else self.registry.mention(victims, year)
        return self._owners[key]

    def _population(self, claim: Claim, victim: Actor | None, window: Window) -> Population:
        assert claim.measure is not None
        words = claim.victims or claim.quantity
        people = self._people(claim, as_things(words) if claim.measure is Measure.DESTROYED else words)
        if not claim.quantity and claim.low is None and claim.high is None and claim.best is None:
            people = _as_a_whole(people)
        side = self.registry.side(victim) if victim else None
        if side is not None:
            self.camp_of(side)
        total = window if claim.scope is Scope.CUMULATIVE else None
        return Population(claim.measure, side, people, total)

    def _people(self, claim: Claim, words: str) -> People:
        """Who was counted, if need be by the words behind the count ("35 children").

        A bare armed group as victims ("58 Viet Cong") counts its fighters, and so do its members.
        """
        bare = without_members(words)
        named = self.registry.resolve(bare) if bare else None
        if named is not None and named.kind == "armed group" and fold(bare) in self._names_of(named):
            return read_people("fighters", claim.victim_status)
        return read_people(words, claim.victim_status)

    def _names_of(self, actor: Actor) -> frozenset[str]:
        return frozenset(fold(name) for name in (actor.name, *actor.aliases))

    def _names(self, claim: Claim) -> frozenset[str]:
        """Words that look like proper names in the free texts and name no actor: evidence for one event."""
        text = " ".join((claim.quote, claim.title, claim.act, claim.victims, claim.notes))
        if not text.strip():
            return frozenset()
        return frozenset(n for n in proper_names(text) if self.registry.mention(n) is None)

    def _parties(self, actors: tuple[Actor, ...]) -> frozenset[str]:
        return frozenset(self._party(a) for a in actors if not a.third_party and not self._names_nobody(a))

    def _names_nobody(self, actor: Actor) -> bool:
        return not is_known(actor) and (only_a_body(actor.name) or unidentified(actor.name))

    def side_names(self, parties: frozenset[str], camp: str | None) -> Mapping[str, str]:
        """What people call the sides that are named as acting or hit, and the side spoken for."""
        key = parties | {camp} if camp else parties
        if key not in self._names_of_sides:
            self._names_of_sides[key] = {
                party: (self.side_name(party) or party).removeprefix("~") for party in sorted(key)
            }
        return self._names_of_sides[key]

    def _party(self, actor: Actor) -> str:
        """A side's id; for a name that the registry does not know, its most telling word, marked with ``~``."""
        return self.camp_of(actor) if is_known(actor) else "~" + telling_word(actor.name)


def _voice_of_side(actor: Actor | None, voice: str, camp: str) -> str:
    """One body of one side is one voice, whichever of the side's names its words carry ("health ministry in Gaza")."""
    owner, slash, body = voice.rpartition("/")
    return f"{camp}/{body}" if actor is not None and slash and owner and not actor.own_side else voice


def _as_a_whole(people: People) -> People:
    """An uncounted statement about the victims describes all of them (house rule of the judgement core)."""
    return people if people.whole else replace(people, whole=True)


def _is_preliminary(claim: Claim) -> bool:
    return preliminary_mark(" ".join((claim.quantity, claim.victims, claim.quote, claim.notes)))
