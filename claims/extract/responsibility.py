"""From charges to drafts: who says it, about whom, in reply to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.analysis import Analysis
from claims.extract.attribution import Attribution
from claims.extract.charge import Charge
from claims.extract.document import Document
from claims.extract.doings import Doings
from claims.extract.drafts import Draft, Field
from claims.extract.parties_told import kind_of, side_of
from claims.extract.setting import Setting, Settings
from claims.extract.words import Words

_FAR = 12
"""Sentences back to which a denial looks for a deed of its side."""
_REPLY = 4
"""Sentences within which a denial answers an accusation."""


@dataclass(slots=True)
class Responsibility:
    """Makes the drafts of one document; the last accused is remembered, since denials often name no deed."""

    document: Document
    settings: Settings
    attribution: Attribution
    doings: Doings
    words: Words
    last_accused: str = ""
    last_at: int = -100

    def drafts(self, number: int, analysis: Analysis, charges: Sequence[Charge]) -> Iterator[Draft]:
        """The drafts of a sentence with these statements."""
        for charge in charges:
            yield self._draft(number, analysis, charge)

    def _draft(self, number: int, analysis: Analysis, charge: Charge) -> Draft:
        claimant = self._claimant(number, charge)
        accused = self._accused(number, analysis, charge, claimant)
        start, end = analysis.offsets(charge.first, charge.last)
        setting = self._setting(number, analysis, charge)
        stance = Field(charge.stance, "explicit", charge.rule, start, end)
        fields = {
            "stance": stance,
            "accused": accused,
            "claimant": claimant,
            "date": setting.date,
            "place": setting.place,
        }
        if charge.act is not None:
            a, b = analysis.offsets(*charge.act)
            fields["act"] = Field(self.document.raw[a:b], "explicit", charge.rule, a, b)
        if charge.stance == "accuses" and accused.value:
            self.last_accused, self.last_at = accused.value, number
        flags = [
            f"{name} {one.source}"
            for name, one in fields.items()
            if one.value and one.source in ("inherited", "main event", "coreference")
        ]
        return Draft("responsibility", start, end, fields, flags=flags)

    def _setting(self, number: int, analysis: Analysis, charge: Charge) -> Setting:
        """When and where: from elsewhere only for a statement about "the attack", never for a general charge."""
        found = self.settings.of(number, charge.first)
        tokens = analysis.sentence.tokens
        definite = any(
            token.low in ("the", "this", "that", "these", "its")
            and any(self.words.has("blame.acts", t.low) for t in tokens[at + 1 : at + 4])
            for at, token in enumerate(tokens)
        )
        if definite:
            return found
        date, place = (
            one if one.source in ("explicit", "sentence") else Field("") for one in (found.date, found.place)
        )
        return Setting(date, place)

    def _claimant(self, number: int, charge: Charge) -> Field:
        if charge.claimant is None:
            return self.attribution.of(number, charge.first)
        return self.attribution.name(number, charge.claimant, charge.rule)

    def _accused(self, number: int, analysis: Analysis, charge: Charge, claimant: Field) -> Field:
        """Who it is about: as named, else for an answer who was accused or did it, else the speaker."""
        if charge.accused is not None and charge.accused != charge.claimant:
            start, end = analysis.offsets(*charge.accused)
            text = self.document.raw[start:end].strip(' "')
            owned = kind_of(text, self.words) == "owned" and claimant.source != "default"
            named = f"{text} ({claimant.value})" if owned and claimant.value != text else text
            return Field(named, "coreference" if owned else "explicit", charge.rule, start, end)
        if charge.answers and (found := self._answered(number, claimant)) is not None:
            return found
        if charge.stance == "accuses":
            return Field("")
        return Field(claimant.value, claimant.source, "the speaker itself", claimant.start, claimant.end)

    def _answered(self, number: int, claimant: Field) -> Field | None:
        """Whom an answer is about: the last accused, if not of another side than who answers; else the last doer of
        that side."""
        side = side_of(claimant.value)
        if self.last_accused and number - self.last_at <= _REPLY and not _differ(side, side_of(self.last_accused)):
            return Field(self.last_accused, "inherited", "in reply to the last accusation")
        before = [d for d in self.doings.near(number, _FAR) if d.kind == "party"]
        same = [d for d in before if side and side_of(d.text) == side]
        if same:
            return Field(same[-1].text, "inherited", "the doer of its side", same[-1].start, same[-1].end)
        if self.last_accused and number - self.last_at <= _REPLY:
            return Field(self.last_accused, "inherited", "in reply to the last accusation")
        return None


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)
