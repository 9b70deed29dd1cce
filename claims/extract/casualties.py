"""From losses to drafts of casualty claims: with the people, the speaker, the date, the place and who did it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Draft, Field
from claims.extract.loss import Loss
from claims.extract.naming import PRONOUNS
from claims.extract.perpetrators import Perpetrators
from claims.extract.setting import Settings
from claims.extract.speakers import Speakers
from claims.extract.speech import Frame, frame_of
from claims.extract.victims import Victims
from claims.extract.words import Words

_LONG = 45
"""Days from which a window holds more than one event."""


class Casualties:
    """Makes the drafts of one document, sentence by sentence."""

    def __init__(
        self, document: Document, settings: Settings, speakers: Speakers, perpetrators: Perpetrators, words: Words
    ) -> None:
        self.document, self.settings, self.speakers, self.words = document, settings, speakers, words
        self.perpetrators = perpetrators
        self.victims = Victims(document, words)

    def drafts(self, number: int, analysis: Analysis, carried: str) -> Iterator[Draft]:
        """The drafts of a sentence; `carried` is who was speaking where a quotation goes on."""
        for loss in analysis.losses:
            draft = self._draft(number, analysis, loss, carried)
            if draft is not None:
                yield draft

    def _draft(self, number: int, analysis: Analysis, loss: Loss, carried: str) -> Draft | None:
        first, last = loss.extent
        start, end = analysis.offsets(first, last)
        after = loss.persons is not None and loss.persons.first > loss.first
        setting = self.settings.of(number, loss.persons.last - 1 if after and loss.persons is not None else loss.first)
        fields = {
            "measure": Field(
                loss.measure,
                rule=loss.rule,
                start=analysis.offsets(loss.first, loss.last)[0],
                end=analysis.offsets(loss.first, loss.last)[1],
            )
        }
        fields["quantity"] = self._quantity(loss)
        fields["victims"] = self.victims.field(number, analysis, loss)
        frame = frame_of(analysis.sentence, analysis.frames, loss.first)
        fields["claimant"] = self.claimant(analysis, frame, loss.first, carried)
        fields["date"], fields["place"] = setting.date, setting.place
        if self._own(analysis, loss) and frame is not None:
            fields["victim_side"] = Field(fields["claimant"].value, "coreference", "its own people")
        if self._is_cumulative(analysis, setting.date):
            fields["scope"] = Field("cumulative", setting.date.source, "a long window")
        perpetrator = self.perpetrators.of(number, loss, fields, total="scope" in fields)
        if perpetrator is not None:
            fields["perpetrator"] = perpetrator
        draft = Draft("casualty", start, end, fields, loss.low, loss.high, list(loss.flags))
        self._flag(draft, frame, loss, analysis)
        return draft

    def _own(self, analysis: Analysis, loss: Loss) -> bool:
        """Whether the people are the speaker's: "23 of its soldiers", "five of our men"."""
        persons = loss.persons
        if persons is None:
            return False
        return any(token.low in ("its", "our") for token in analysis.sentence.tokens[persons.first : persons.noun[0]])

    def _is_cumulative(self, analysis: Analysis, when: Field) -> bool:
        """Whether a count is a total over a long time: its own date is longer than six weeks, or words say so."""
        tokens = analysis.sentence.tokens
        if any(self.words.match("time.cumulative", tokens, at) for at in range(len(tokens))):
            return True
        long = [m for m in analysis.moments if m.start == when.start and m.first is not None and m.last is not None]
        return any(
            m.open or (m.last - m.first).days > _LONG for m in long if m.first is not None and m.last is not None
        )

    def _quantity(self, loss: Loss) -> Field:
        count = loss.count
        if count is None:
            return Field("1" if loss.high == 1 else "", "explicit", "article" if loss.high == 1 else "bare plural")
        return Field(self.document.raw[count.start : count.end], "explicit", "count", count.start, count.end)

    def claimant(self, analysis: Analysis, frame: Frame | None, at: int, carried: str) -> Field:
        """Who says it: the frame's speaker, the speaker of the quotation that goes on, or the outlet."""
        if frame is not None and frame.said_by is not None:
            start, end = analysis.offsets(*frame.said_by)
            text = self.document.raw[start:end].strip(" ,")
            if text.lower() in PRONOUNS and (own := self._speaker_before(analysis, frame)) is not None:
                start, end = analysis.offsets(*own)
                text = self.document.raw[start:end].strip(" ,")
            full, elsewhere = self.speakers.resolve(text)
            return Field(
                full,
                "coreference" if elsewhere else "explicit",
                f"frame {frame.kind}",
                start,
                end,
                (text,) if elsewhere else (),
            )
        if carried and analysis.sentence.in_quotes(at):
            return Field(carried, "inherited", "quotation goes on")
        return Field(self.document.source, "default", "narrative")

    def _speaker_before(self, analysis: Analysis, frame: Frame) -> tuple[int, int] | None:
        """Who "they" are in "residents said they had counted": the speaker of the frame before in the sentence."""
        found = [
            one.said_by for one in analysis.frames if one.last <= frame.first and one.kind == "before" and one.said_by
        ]
        return found[0] if found and found[0] != frame.said_by else None

    def _flag(self, draft: Draft, frame: Frame | None, loss: Loss, analysis: Analysis) -> None:
        for name in ("date", "place", "perpetrator"):
            if name not in draft.fields:
                continue
            source = draft.fields[name].source
            if draft.value(name) and source in ("inherited", "main event"):
                draft.flags.append(f"{name} {source}")
        if loss.count is None and loss.high is None:
            draft.flags.append("vague number")
        if draft.fields["claimant"].source == "coreference":
            draft.flags.append("pronoun claimant")
        if frame is not None and frame.stance in ("claims", "denies"):
            draft.flags.append("partisan verb" if frame.stance == "claims" else "denied figure")
        start = max(0, loss.first - 4)
        if any(self.words.has("speech.hedges", token.low) for token in analysis.sentence.tokens[start : loss.last + 3]):
            draft.flags.append("hedged")
