"""What a text tells of being done: who did it, in which sentence, and on which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.analysis import Analysis
from claims.extract.attribution import Attribution
from claims.extract.charge import Charge, Range
from claims.extract.document import Document
from claims.extract.doers import Doers
from claims.extract.parties_told import can_do, kind_of, side_of
from claims.extract.setting import Settings
from claims.extract.windows_apart import may_be_one
from claims.extract.words import Words

_MOST = 40
"""Doers of one sentence at most: no list of deeds is read further."""
_BACK = 3
"""Sentences back to which a pronoun or "its forces" points."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody said to have done something: where, their words, and the day of it."""

    sentence: int
    paragraph: int
    token: int
    text: str
    kind: str
    start: int
    end: int
    date: str
    charged: bool
    """Whether a speaker blames them; False where the text itself tells it."""
    teller: str = ""
    """Who tells it; empty where the text itself does."""
    harmed: str = ""
    """Whom the deed harmed, where the loss that it is told with says so."""


class Doings:
    """Everything done in one document, sentence by sentence.

    `parts` gives, for every sentence, the first sentence of the part of the text that it stands in: an item of a
    round-up, or what follows "Elsewhere".
    """

    def __init__(
        self,
        document: Document,
        analyses: Sequence[Analysis],
        charges: Sequence[Sequence[Charge]],
        settings: Settings,
        attribution: Attribution,
        words: Words,
    ) -> None:
        self.document, self.settings, self.charges, self.words = document, settings, charges, words
        self.attribution = attribution
        self.told: list[list[Doing]] = []
        self.parts: list[int] = []
        for number, analysis in enumerate(analyses):
            anew = number == 0 or _begins_anew(document, analysis, words)
            self.parts.append(number if anew else self.parts[-1])
            self.told.append(self._of_sentence(number, analysis))

    def near(self, number: int, back: int) -> list[Doing]:
        """What is told in a sentence and in those up to `back` before it, in the order of the text."""
        return [one for told in self.told[max(0, number - back) : number + 1] for one in told]

    def before(self, number: int, token: int) -> list[Doing]:
        """What parties are said to have done before a token, as far back as words still point to it."""
        found = [d for d in self.near(number, _BACK) if (d.sentence, d.token) < (number, token) and d.kind == "party"]
        when = self.settings.of(number, token).date.value
        return [d for d in found if may_be_one(d.date, when)] or found

    def _of_sentence(self, number: int, analysis: Analysis) -> list[Doing]:
        doers = Doers(analysis.sentence.tokens, self.words)
        spans: dict[Range, tuple[int, Charge | None]] = {}
        for loss in analysis.losses:
            if loss.agent is not None and loss.measure in ("killed", "injured", "casualties", "captured"):
                spans.setdefault(loss.agent, (loss.agent[0], None))
        deeds = self.words.any_of(("blame.acts", "blame.attacks", "blame.replies"))
        for at, token in enumerate(analysis.sentence.tokens):
            span = _doer_at(doers, at, self.words) if token.low in deeds else None
            if span is not None:
                spans.setdefault(span, (at, None))
        for charge in self.charges[number]:
            if charge.rule == "own deed explained" and analysis.losses:
                continue  # "the salvo was a response to the blasts, which killed 39": two deeds
            if charge.accused is not None and charge.stance in ("accuses", "claims", "admits"):
                spans.setdefault(charge.accused, (charge.first, charge))
        denied = [c.accused for c in self.charges[number] if c.stance == "denies" and c.accused is not None][:_MOST]
        spans = dict(list(spans.items())[:_MOST])
        told = {span: at for span, at in spans.items() if not any(a < span[1] and span[0] < b for a, b in denied)}
        found = [self._doing(number, analysis, span, *place) for span, place in told.items()]
        return sorted((one for one in found if one is not None), key=lambda one: one.token)

    def _doing(self, number: int, analysis: Analysis, span: Range, at: int, charge: Charge | None) -> Doing | None:
        start, end = analysis.offsets(*span)
        text = self.document.raw[start:end].strip(' "')
        kind = kind_of(text, self.words)
        if kind in ("pronoun", "owned", "group"):
            text, kind = self._meant(number, span, text, kind), "party"
        if kind not in ("party", "weapon") or not text or _is_nobody(text, self.words):
            return None
        if kind == "weapon" and any(self.words.has("blame.faint", word) for word in text.lower().split()):
            return None
        date = self.settings.of(number, at).date
        paragraph, teller = analysis.sentence.paragraph, self._teller(number, at, charge)
        charged, harmed = charge is not None, self._harmed(analysis, span)
        return Doing(number, paragraph, at, text, kind, start, end, date.value, charged, teller, harmed)

    def _harmed(self, analysis: Analysis, span: Range) -> str:
        """The people of the first loss that a doer is told with."""
        people = next((one.persons for one in analysis.losses[:_MOST] if one.agent == span and one.persons), None)
        if people is None:
            return ""
        start, end = analysis.offsets(people.first, people.last)
        return self.document.raw[start:end]

    def _teller(self, number: int, at: int, charge: Charge | None) -> str:
        """Who says so: who brings the charge, or who is speaking there."""
        if charge is not None and charge.claimant is not None:
            return self.attribution.name(number, charge.claimant, "charge").value
        return self.attribution.teller(number, at)

    def _meant(self, number: int, span: Range, text: str, kind: str) -> str:
        """Whom a pronoun of a doer means: the speaker of the sentence, else the last doer; "" for nobody known."""
        owner = self.attribution.teller(number, span[0])
        quoted = self.attribution.analyses[number].sentence.in_quotes(span[0])
        first_person = text.lower().split()[0] in ("we", "our", "us", "i", "my")
        if quoted != first_person or not (first_person or can_do(owner, self.words)):
            before = self.before(number, span[0])
            owner = before[-1].text if before else ""
        if kind == "pronoun":
            return owner
        return f"{text} ({owner})" if owner else text


def _doer_at(doers: Doers, at: int, words: Words) -> Range | None:
    """Who did the deed that a verb or a noun tells of."""
    low = doers.low(at)
    if words.has("blame.acts", low) and not doers.is_verb(at):
        start = doers.start(at + 1)
        of = [p for p in range(start, at) if doers.low(p) == "of"]
        start = of[-1] + 1 if of and doers.low(at - 1) != "of" and doers.is_deed((of[-1] + 1, at + 1)) else start
        span = (start, at + 1)
        named = kind_of(doers.text(span), words) in ("party", "owned") and not words.has("blame.broad", low)
        return span if named else doers.owner(start, doers.end(start)) or (span if doers.is_weapon(span) else None)
    if words.has("blame.replies", low) and doers.low(at + 1) == "with":
        struck = at + 2, doers.end(at + 2)
        return doers.subject(at) if doers.is_deed(struck) or doers.is_weapon(struck) else None
    if words.has("blame.attacks", low) and doers.is_verb(at):
        if doers.low(at - 1) == "to" and not low.endswith(("ed", "ing")):
            return None  # "on the way to attack"
        if doers.is_passive(at):
            return doers.by(at + 1)
        return doers.subject(at) if doers.has_object(at) else None
    return None


def _is_nobody(text: str, words: Words) -> bool:
    """Whether words name people who speak and do not fight ("two officials"), or two sides at once."""
    low = text.lower().split()
    idle = any(words.has("blame.talkers", word) or words.has("blame.counters", word) for word in low)
    vague = words.has("blame.anybody", low[-1]) and len(low) <= 2
    faint = words.has("blame.faint", low[-1])
    return idle or vague or faint or ("and" in low and side_of(text) == "")


def _begins_anew(document: Document, analysis: Analysis, words: Words) -> bool:
    """Whether a sentence turns to another event: "Elsewhere", "Separately", an item of a round-up."""
    tokens = analysis.sentence.tokens
    if any(words.match("blame.turns", tokens, at) for at in range(min(2, len(tokens)))):
        return True
    head = document.shadow[analysis.sentence.start : analysis.sentence.start + 50]
    return _ITEM.match(head) is not None


_ITEM = re.compile(r"[*\u2022] |(?:[*-] )?[A-Z][A-Z' ]{3,30}(?:, [A-Z][\w ]+)? ?(?:-|\u2014|:) ")
"""The head of an item of a round-up: a bullet, or a place in capitals and a dash."""
