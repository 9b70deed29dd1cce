"""The result as JSON-LD: claims, events and sources in the words of schema.org, findings in a few of our own.

Formats: https://www.w3.org/TR/json-ld11/ and https://schema.org/Claim; our own words are in
``data/vocabulary.yaml``. The context is in the file, so that reading it needs no network. There is no ``ClaimReview``:
its point is a rating, and counterclaim gives none. No ``<`` is in the file, so that it can stand inside a page.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from claims.lexicon import data
from reconcile.result import Event, Finding, ReadClaim, Result, Retold, Verdict
from reports.escape import visible
from reports.sentences import method_line
from reports.sources import Document, documents
from reports.words import column, statement

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BOTH_WAYS = {
    Verdict.CONTRADICTION: "contradicts",
    Verdict.TENSION: "inTensionWith",
    Verdict.CORROBORATION: "corroborates",
}
_COLUMNS = {
    "kind": "kind", "measure": "measure", "victims": "victims", "stance": "stance",
    "accused": "accused", "act": "act", "frame": "frame", "quote": "quote",
}  # fmt: skip
Thing = dict[str, Any]


def chunks(result: Result) -> Iterator[str]:
    """The document as JSON, one thing on a line."""
    yield f'{{"@context": {_line(context())},\n"@graph": [\n'
    yield ",\n".join(_line(_said(thing)) for thing in _things(result))
    yield "\n]}\n"


def context() -> Thing:
    """What the names in the file stand for: schema.org, or our own vocabulary where it says so."""
    own = data("reports", "vocabulary.yaml")
    to_things = {name: {"@id": f"own:{name}", "@type": "@id"} for name in own["links"]}
    to_values = {name: f"own:{name}" for name in [*own["classes"], *own["values"]]}
    addresses = {name: {"@type": "@id"} for name in ("url", "archivedAt")}
    return {
        "@vocab": "https://schema.org/", "own": own["namespace"], "this": own["things"], **addresses, **to_values,
        **to_things,
    }  # fmt: skip


def name_of(kind: str, name: str) -> str:
    """The name of a thing in the file, by the prefix ``this``: ``this:claim/B-01``."""
    return f"this:{kind}/{quote(name, safe='', errors='surrogatepass')}"


def _line(value: Thing) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _said(value: Any) -> Any:
    """The value without what is empty in it; texts as visible characters."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: said for key, each in value.items() if (said := _said(each)) not in ("", None, [], {})}
    return [_said(each) for each in value] if isinstance(value, list) else value


def _things(result: Result) -> Iterator[Thing]:
    maker = {"@type": "SoftwareApplication", "name": result.run.tool, "softwareVersion": result.run.version}
    yield {"@id": "this:report", "@type": "Dataset", "description": method_line(result), "creator": maker}
    yield from map(_event, result.events)
    sources = documents(result.claims)
    yield from map(_source, sources)
    carried = {claim: name_of("source", source.id) for source in sources for claim in source.claims}
    retold = {step.claim: step for event in result.events for step in event.origins}
    stand = _stand(result)
    for claim in result.claims:
        yield _claim(claim) | _appearances(claim, carried, retold) | stand[claim.id]
    yield from map(_finding, result.findings)


def _event(event: Event) -> Thing:
    place = {"@type": "Place", "name": event.place} if event.place else {}
    first, _, last = event.date.partition("/")
    days = {name: day for name, day in (("startDate", first), ("endDate", last)) if _DAY.fullmatch(day)}
    return {
        "@id": name_of("event", event.id),
        "@type": "Event",
        "name": event.label,
        "edtf": event.date,
        **days,
        "location": place,
    }


def _source(source: Document) -> Thing:
    return {
        "@id": name_of("source", source.id), "@type": "CreativeWork", "name": source.title or source.name,
        "publisher": {"@type": "Organization", "name": source.name}, "genre": source.kind, "url": source.link,
        "archivedAt": source.archived, "datePublished": source.published, "inLanguage": source.language,
    }  # fmt: skip


def _claim(claim: ReadClaim) -> Thing:
    count = claim.quantity.model_dump() if claim.quantity else {}
    people = {"victimSide": claim.population.side} if claim.population else {}
    return {
        "@id": name_of("claim", claim.id), "@type": "Claim", "identifier": claim.id, "text": statement(claim),
        "author": _author(column(claim, "claimant")), "voice": claim.voice, "side": claim.camp,
        "about": {"@id": name_of("event", claim.event_id)}, "datePublished": column(claim, "published"),
        **count, **people, **{name: column(claim, of) for name, of in _COLUMNS.items()},
    }  # fmt: skip


def _author(name: str) -> Thing:
    return {"@id": name_of("claimant", name), "name": name}


def _appearances(claim: ReadClaim, carried: dict[str, str], retold: dict[str, Retold]) -> Thing:
    """Where a claim was read, and where it was first: in the source of the claim that its words go back to."""
    first, seen = claim.id, {claim.id}
    while (step := retold.get(first)) and step.of in carried and step.of not in seen:
        first = str(step.of)
        seen.add(first)
    own = retold.get(claim.id)
    return {
        "appearance": {"@id": carried[claim.id]},
        "firstAppearance": {"@id": carried[first]} if first != claim.id else {},
        "repeats": name_of("claim", own.of) if own and own.of else "",
        "wordsOf": _author(own.origin) if own and own.of is None else {},
    }


def _stand(result: Result) -> defaultdict[str, dict[str, list[str]]]:
    """For each claim, the claims that stand against it or beside it in a finding of these two alone."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for finding in result.findings:
        if finding.verdict in _BOTH_WAYS and len(finding.claims) == 2:
            one, two = finding.claims
            for here, there in ((one, two), (two, one)):
                others = found[here].setdefault(_BOTH_WAYS[finding.verdict], [])
                others += [name_of("claim", there)] if name_of("claim", there) not in others else []
    return found


def _finding(finding: Finding) -> Thing:
    echoes = [name_of("claim", echo) for claim in finding.claims for echo in finding.echoes.get(claim, [])]
    return {
        "@id": name_of("finding", finding.id), "@type": "Finding", "identifier": finding.id,
        "verdict": finding.verdict.value, "topic": finding.about.value, "rule": finding.rule,
        "severity": finding.severity, "gap": finding.gap, "description": finding.explanation,
        "about": {"@id": name_of("event", finding.event)},
        "involves": [name_of("claim", claim) for claim in finding.claims], "echo": list(dict.fromkeys(echoes)),
    }  # fmt: skip
