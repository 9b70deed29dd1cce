"""A document as it was given, and a shadow of the same length in which look-alike characters are one.

Every stage reads the shadow and speaks in its offsets, which are those of the raw text: half-open, in Unicode code
points. The raw text is never normalised, so `raw[start:end]` always holds the words that a draft rests on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

_LOOK_ALIKES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'",
        "`": "'", "\uff07": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\uff02": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u00ad": "-",
        "\u2013": "\u2014", "\u2015": "\u2014", "\u2212": "\u2014",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\0": " ",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it. `outlet` is who published it, `published` when."""

    name: str
    raw: str
    outlet: str = ""
    published: date | None = None
    shadow: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the shadow; every character of it stands where its original does."""
        object.__setattr__(self, "shadow", shadow_of(self.raw))

    @property
    def source(self) -> str:
        """The outlet, or the name of the document where the outlet is not known."""
        return self.outlet or self.name

    @property
    def digest(self) -> str:
        """SHA-256 of the raw text; half surrogates are hashed as they are."""
        return hashlib.sha256(self.raw.encode("utf-8", "surrogatepass")).hexdigest()


def shadow_of(text: str) -> str:
    """A text of the same length in which look-alike characters are one."""
    return text.translate(_LOOK_ALIKES)
