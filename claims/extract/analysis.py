"""What every stage found in one sentence, gathered once so that later stages only look things up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.extract.document import Document
from claims.extract.echoes import find_echoes
from claims.extract.frame import Frame
from claims.extract.gaps import find_gapped
from claims.extract.leaning import find_leaning, only_group
from claims.extract.loss import Loss
from claims.extract.losses import find_losses
from claims.extract.materiel import find_materiel
from claims.extract.moment import Moment
from claims.extract.moments import document_anchor, find_moments
from claims.extract.person_phrases import find_persons
from claims.extract.persons import Persons
from claims.extract.places import PlaceName, find_places
from claims.extract.quantities import Count, find_counts
from claims.extract.sentences import Sentence, split_sentences
from claims.extract.speech import find_frames
from claims.extract.strength import find_strength
from claims.extract.together import shared
from claims.extract.words import Words


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence with its times, counts, people, losses, frames of speech and places."""

    sentence: Sentence
    moments: list[Moment]
    counts: list[Count]
    persons: list[Persons]
    losses: list[Loss]
    frames: list[Frame]
    places: list[PlaceName]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a token range."""
        tokens = self.sentence.tokens
        return tokens[first].start, tokens[last - 1].end


def analyse(document: Document, words: Words) -> Iterator[Analysis]:
    """Every sentence of a document, analysed."""
    anchor = document_anchor(document.shadow, document.published)
    said: list[Moment] = []
    before = ""
    group: Loss | None = None
    paragraph = -1
    for sentence in split_sentences(document):
        group = group if sentence.paragraph == paragraph else None
        found = _analysis(document, sentence, _day_of(sentence, said, anchor), before, group, words)
        group, paragraph = only_group(found.persons, found.losses), sentence.paragraph
        before = _measure_of(found.losses) if found.losses else before if found.sentence.paragraph else ""
        if not _is_quoted(sentence):
            said = [m for m in found.moments if m.said and m.first is not None and m.first == m.last]
        yield found


def _day_of(sentence: Sentence, said: list[Moment], anchor: date | None) -> date | None:
    """The day that "today" counts from: in a quoted statement the day on which the sentence before says it was made."""
    return said[-1].first if _is_quoted(sentence) and said else anchor


def _measure_of(losses: Sequence[Loss]) -> str:
    """The measure that a bare figure after a sentence has: of the dead when they are told of, else the last."""
    return "killed" if any(loss.measure == "killed" for loss in losses) else losses[-1].measure


def _is_quoted(sentence: Sentence) -> bool:
    return sentence.opens_quoted or sentence.tokens[0].text == '"'


def _analysis(
    document: Document, sentence: Sentence, anchor: date | None, before: str, group: Loss | None, words: Words
) -> Analysis:
    text = document.shadow
    moments = find_moments(text, sentence.start, sentence.end, anchor, words)
    taken = [(moment.start, moment.end) for moment in moments]
    counts = find_counts(text, sentence, words, taken)
    persons = find_persons(sentence, counts, words)
    losses = shared(sentence, persons, find_losses(sentence, persons, counts, words))
    losses += find_leaning(sentence, persons, counts, losses, group, words)
    losses += find_gapped(sentence, persons, counts, losses, words)
    losses += find_echoes(sentence, counts, losses, before, words)
    losses += find_materiel(sentence, counts, words)
    losses += find_strength(sentence, persons, losses, words)
    frames = find_frames(sentence, moments, words)
    places = find_places(sentence, words, taken)
    return Analysis(sentence, moments, counts, persons, losses, frames, places)
