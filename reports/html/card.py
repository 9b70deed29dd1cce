"""A finding as a card: the statements with their evidence, why they are one event and why they conflict."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from reconcile.result import Event, Finding, Link, ReadClaim
from reconcile.severity import band
from reports.addresses import web_address
from reports.colours import hue_of
from reports.html.links import quoted_link
from reports.html.range_chart import RangeChart, finding_chart
from reports.html_text import language_tag
from reports.reconciling import reconciling_lines
from reports.sentences import disposition_line
from reports.severity_words import severity_line
from reports.titles import verdict_mark
from reports.view import View
from reports.words import bits, column, exact_places, moment, policies, reach, side, speaker, statement, words


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of a finding with its evidence; links are empty where there is none to the web."""

    letter: str
    claim: str
    said: str
    speaker: str
    side: str
    hue: int | None
    relation: str
    quote: str
    language: str
    translation: str
    source: str
    source_type: str
    title: str
    when: str
    published: str
    accessed: str
    link: str
    archived: str
    reads: str
    origin: str
    grade: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link between two claims with its bits, and the clues that add up to them."""

    claims: str
    bits: str
    clues: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding ready for the page."""

    finding: Finding
    band: str
    mark: str
    about: str
    event: Event | None
    statements: list[Statement]
    label: str
    """The user's own event label, where all statements carry it: then it decides."""
    why_one: list[Evidence]
    chart: RangeChart | None
    holds: str
    echoes: list[str]
    questions: list[str]
    severity: str
    disposition: str


def card_of(finding: Finding, view: View, hues: Mapping[str, int]) -> Card:
    """The card of one finding."""
    claims = view.known(finding.claims)
    event = view.event.get(finding.event)
    return Card(
        finding=finding,
        band=band(finding.severity),
        mark=verdict_mark(finding),
        about=words()["about"][finding.about.value],
        event=event,
        statements=[_statement(letter, c, hues) for letter, c in zip(_letters(), claims, strict=False)],
        label=_label(claims),
        why_one=[evidence(link) for link in path(event.why_grouped if event else (), finding.claims)],
        chart=finding_chart(finding, view.claim, hues),
        holds=policies(finding, view.result.run.numeral_policy),
        echoes=view.echoes(finding),
        questions=list(reconciling_lines(finding, claims)),
        severity=severity_line(finding, view.claim),
        disposition=disposition_line(finding),
    )


def _label(claims: Iterable[ReadClaim]) -> str:
    labels = {column(c, "event") for c in claims}
    return labels.pop() if len(labels) == 1 else ""


def _letters() -> Iterable[str]:
    """A, B, ... Z, AA, AB, ...: a finding may join any number of claims."""
    yield from ascii_uppercase
    for first in ascii_uppercase:
        yield from (first + second for second in ascii_uppercase)


def _statement(letter: str, claim: ReadClaim, hues: Mapping[str, int]) -> Statement:
    quote, url = column(claim, "quote"), column(claim, "url")
    return Statement(
        letter=letter,
        claim=claim.id,
        said=statement(claim),
        speaker=speaker(claim),
        side=side(claim),
        hue=hue_of(claim.camp, hues),
        relation=words()["relations"].get(claim.relation, "") if claim.relation else "",
        quote=quote,
        language=language_tag(column(claim, "language")),
        translation=column(claim, "translation"),
        source=column(claim, "source"),
        source_type=column(claim, "source_type"),
        title=column(claim, "title"),
        when=column(claim, "date"),
        published=moment(column(claim, "published")),
        accessed=moment(column(claim, "accessed")),
        link=quoted_link(url, quote),
        archived=web_address(column(claim, "archived_url")),
        reads=reach(claim.quantity.low, claim.quantity.high) if claim.quantity else "",
        origin=f"{claim.origin} ({claim.origin_why})" if claim.origin_why else "",
        grade=_grade(column(claim, "reliability"), column(claim, "credibility")),
    )


def _grade(reliability: str, credibility: str) -> str:
    """Admiralty grades, such as ``B2: usually reliable; probably right``."""
    told = [words()["page"]["admiralty"][g] for g in (reliability, credibility) if g]
    return f"{reliability}{credibility}: {'; '.join(told)}" if told else ""


def evidence(link: Link) -> Evidence:
    """The evidence of a link in words and signed numbers, with as many decimals as the sum needs."""
    places = exact_places(link)
    clues = [(clue.name, clue.detail, bits(clue.bits, places)) for clue in link.clues]
    return Evidence(" and ".join(link.claims), bits(link.bits, places), clues)


def path(links: Iterable[Link], claims: Iterable[str]) -> list[Link]:
    """The links that join the first claim of a finding with each of the others, along the event's strongest links."""
    first, *others = list(claims) or [""]
    ways = _ways(links, first)
    found: dict[int, Link] = {}
    for other in others:
        here = other
        while here in ways:
            before, link = ways[here]
            found[id(link)] = link
            here = before
    return list(found.values())


def _ways(links: Iterable[Link], start: str) -> dict[str, tuple[str, Link]]:
    """For each claim that links lead to from ``start``: the claim before it, and the link."""
    near: dict[str, list[tuple[str, Link]]] = {}
    for link in links:
        one, two = link.claims
        near.setdefault(one, []).append((two, link))
        near.setdefault(two, []).append((one, link))
    ways: dict[str, tuple[str, Link]] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for other, link in near.get(here, ()):
            if other != start and other not in ways:
                ways[other] = (here, link)
                queue.append(other)
    return ways
