"""The stages one after another: a document in, draft claims and the look-here list out."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from claims.extract.analysis import analyse
from claims.extract.attribution import Attribution
from claims.extract.blame import find_charges, trigger_words
from claims.extract.casualties import Casualties
from claims.extract.document import Document
from claims.extract.doings import Doings
from claims.extract.draft_ids import number_alike
from claims.extract.drafts import Draft, LookHere
from claims.extract.perpetrators import Perpetrators
from claims.extract.residue import elsewhere, look_here
from claims.extract.responsibility import Responsibility
from claims.extract.setting import Settings
from claims.extract.topic import another_cause, is_violent, other_field
from claims.extract.wording import characterizations
from claims.extract.words import Words, shipped_words
from claims.extract.years import with_years


class Extraction(NamedTuple):
    """What was found in a document: drafts in the order of the text, and sentences worth a look."""

    drafts: list[Draft]
    look_here: list[LookHere]


def extract(document: Document, words: Words | None = None) -> Extraction:
    """Propose claims for a document; `words` are the lists to read with (the shipped ones when absent)."""
    words = words or shipped_words()
    analyses = list(with_years(document, analyse(document, words)))
    attribution = Attribution(document, analyses, words)
    settings = Settings(document, analyses, words)
    triggers = trigger_words(words)
    charges = [
        find_charges(document, analysis, partial(attribution.teller, number), words, triggers)
        for number, analysis in enumerate(analyses)
    ]
    doings = Doings(document, analyses, charges, settings, attribution, words)
    perpetrators = Perpetrators(document, analyses, doings, words)
    casualties = Casualties(document, settings, attribution, perpetrators, words)
    responsibility = Responsibility(document, settings, attribution, doings, words)
    drafts: list[Draft] = []
    looks: list[LookHere] = []
    field = other_field(analyses, words)
    for number, analysis in enumerate(analyses):
        found = [
            *casualties.drafts(number, analysis),
            *responsibility.drafts(number, analysis, charges[number]),
        ]
        found += characterizations(document, number, analysis, settings, attribution, words)
        for draft in found:
            draft.sentence = analysis.sentence.start, analysis.sentence.end
        if field and not is_violent(analysis.sentence, field, words):
            looks += elsewhere(analysis, found, field)
        elif another_cause(analysis, words):
            drafts += [draft for draft in found if draft.kind != "casualty"]
            looks += elsewhere(analysis, found, "another cause")
        else:
            drafts += found
            looks += look_here(analysis, found, words)
    number_alike(document, [*drafts, *looks])
    return Extraction(drafts, looks)
