"""Figures inside a figure: "145 people, 132 of them children" says two counts, the second of a part of the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.people import Box, People, Relation, compare_people, read_people
from claims.phrases.scan import find_phrases
from claims.quantity import QuantityError, whole_of
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.words import measures_no_people, only_an_article, without_pointing_back


def with_parts(readings: Iterable[Reading], reader: Reader) -> list[Reading]:
    """The casualty readings, each followed by readings of the parts that its own words count."""
    return [one for reading in readings for one in (reading, *parts_of(reading, reader))]


def parts_of(reading: Reading, reader: Reader) -> list[Reading]:
    """Readings of the counted parts in a claim's words; each shares the claim's id and differs in ``part``."""
    if reading.population is None:
        return []
    found: list[Reading] = []
    whole = whole_of(reading.claim.quantity)
    if whole and compare_people(reading.population.people, read_people("")) is Relation.PART:
        found.append(_counted(reading, whole, "people", read_people(""), reader, 1))
    for wording, words in _counted_parts(reading):
        people = _inside(read_people(words), reading.population.people)
        if people is None:
            continue
        try:
            found.append(_counted(reading, wording, words, people, reader, len(found) + 1))
        except QuantityError:
            continue
    return found


def _counted(reading: Reading, wording: str, words: str, people: People, reader: Reader, part: int) -> Reading:
    """A reading of a further count in a claim's words. Raises QuantityError."""
    assert reading.population is not None
    changes = {"quantity": wording, "victims": words, "low": None, "high": None, "best": None}
    claim = reading.claim.model_copy(update=changes)
    population = replace(reading.population, people=people)
    return replace(reading, claim=claim, population=population, quantity=reader.quantity(claim), part=part)


def _counted_parts(reading: Reading) -> Iterator[tuple[str, str]]:
    """The counts in the remarks on a part ("including 8 children and 3 women"), each with the words behind it."""
    assert reading.population is not None
    remarks = dict.fromkeys((*reading.population.people.including, *_in_the_count(reading.claim.quantity)))
    for remark in remarks:
        phrases = list(find_phrases(remark))
        ends = [*(phrase.start for phrase in phrases[1:]), len(remark)][: len(phrases)]
        for phrase, end in zip(phrases, ends, strict=True):
            before, behind = remark[: phrase.start], remark[phrase.end : end]
            if not measures_no_people(before, behind) and not only_an_article(remark[phrase.start : phrase.end]):
                yield remark[phrase.start : phrase.end], without_pointing_back(behind)


def _in_the_count(quantity: str) -> tuple[str, ...]:
    return read_people(quantity).including if " " in quantity else ()


def _inside(part: People, whole: People) -> People | None:
    """The part as people of the whole; None where the words name no part of it that can be told apart."""
    if part.presumed:
        pairs = [(ours, theirs) for ours in whole.boxes for theirs in part.boxes]
        boxes = tuple(_narrowed(ours, theirs) for ours, theirs in pairs)
        undecided = any(box.statuses != ours.statuses for box, (ours, _) in zip(boxes, pairs, strict=True))
        part = replace(part, boxes=boxes, presumed=undecided)
    return part if compare_people(part, whole) is Relation.PART else None


def _narrowed(whole: Box, part: Box) -> Box:
    """The part's people within the whole's; a status that is only presumed gives way to the whole's."""
    return Box(
        whole.statuses & part.statuses or whole.statuses,
        whole.demography & part.demography,
        whole.traits | part.traits,
    )
