"""From losses to drafts of casualty claims: with the people, the speaker, the date, the place and who did it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.analysis import Analysis
from claims.extract.attribution import Attribution
from claims.extract.document import Document
from claims.extract.drafts import Draft, Field
from claims.extract.frame import Frame
from claims.extract.loss import Loss
from claims.extract.perpetrators import Perpetrators
from claims.extract.setting import Setting, Settings
from claims.extract.victim_sides import side_of_victims
from claims.extract.victims import Victims
from claims.extract.words import Words


def _figure(loss: Loss) -> int:
    """The token whose speaker says the figure: a figure behind the word for what happened may have one of its own."""
    return loss.count.first if loss.count is not None and loss.count.first > loss.last else loss.first


class Casualties:
    """Makes the drafts of one document, sentence by sentence."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        attribution: Attribution,
        perpetrators: Perpetrators,
        words: Words,
    ) -> None:
        self.document, self.settings, self.attribution, self.words = document, settings, attribution, words
        self.perpetrators = perpetrators
        self._cumulative: dict[int, bool] = {}
        self.victims = Victims(document, words)
        self._before: tuple[int, Setting] | None = None

    def drafts(self, number: int, analysis: Analysis) -> Iterator[Draft]:
        """The drafts of a sentence."""
        for loss in analysis.losses:
            draft = self._draft(number, analysis, loss)
            if draft is not None:
                yield draft
        self.victims.note(number, analysis)

    def _draft(self, number: int, analysis: Analysis, loss: Loss) -> Draft | None:
        first, last = loss.extent
        start, end = analysis.offsets(first, last)
        after = loss.persons is not None and loss.persons.first > loss.first
        token = loss.persons.last - 1 if after and loss.persons is not None else loss.first
        token = max(token, loss.count.last - 1) if loss.count is not None else token
        setting = self._setting(number, analysis, loss, token)
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
        figure = _figure(loss)
        frame = self.attribution.frame(number, figure)
        fields["claimant"] = self.attribution.of(number, figure)
        fields["date"], fields["place"] = setting.date, setting.place
        side = side_of_victims(analysis, loss, fields["victims"], fields["claimant"], frame, self.document.raw)
        if side is not None:
            fields["victim_side"] = side
        if self._is_cumulative(analysis, setting):
            fields["scope"] = Field("cumulative", setting.date.source, "a long window")
        perpetrator = self.perpetrators.of(number, loss, fields, total="scope" in fields)
        if perpetrator is not None:
            fields["perpetrator"] = perpetrator
        draft = Draft("casualty", start, end, fields, loss.low, loss.high, list(loss.flags))
        self._flag(draft, frame, loss, analysis)
        return draft

    def _setting(self, number: int, analysis: Analysis, loss: Loss, token: int) -> Setting:
        """When and where: a part of the people told of before ("eight of the dead") has their setting."""
        found = self.settings.of(number, token)
        paragraph = analysis.sentence.paragraph
        before, self._before = self._before, (paragraph, found)
        count, tokens = loss.count, analysis.sentence.tokens
        of = count is not None and count.last + 1 < len(tokens) and tokens[count.last].low == "of"
        if count is None or not of or before is None or paragraph != before[0]:
            return found
        part = any(self.words.has("persons.told_before", t.low) for t in tokens[count.last + 1 : count.last + 5])
        if not part:
            return found
        sure = ("explicit", "sentence")
        date = found.date if found.date.source in sure and found.date.value else before[1].date
        place = found.place if found.place.source in sure and found.place.value else before[1].place
        self._before = (paragraph, Setting(date, place, found.long or before[1].long))
        return self._before[1]

    def _is_cumulative(self, analysis: Analysis, setting: Setting) -> bool:
        """Whether a count is a total over a long time: its own date is longer than six weeks, or words say so."""
        if setting.long:
            return True
        sentence = analysis.sentence
        if sentence.start not in self._cumulative:
            self._cumulative[sentence.start] = self.words.mentions("time.cumulative", sentence.tokens)
        return self._cumulative[sentence.start]

    def _quantity(self, loss: Loss) -> Field:
        count = loss.count
        if count is None:
            exact = str(loss.high) if loss.low == loss.high else ""
            return Field(exact, "explicit", "article" if exact else "bare plural")
        return Field(self.document.raw[count.start : count.end], "explicit", "count", count.start, count.end)

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
