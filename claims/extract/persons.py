"""Phrases for people: "at least 58 Pakistani soldiers", "a senior leader", "civilians", a named person.

The nouns are those of the project's lexicon of people (`claims/data/people.yaml`). A phrase has a count, or an article
and a singular noun (one), or a bare plural (some, not counted).
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extract.quantities import Count


@dataclass(frozen=True, slots=True)
class Persons:
    """People in a sentence: their token range, their count if they have one, and the range of the words for them.

    `kind` is "noun", "count" (a number without a noun), "unknown" (a plural noun that is not in the lexicon), "name" or
    "pronoun". `subset` says that "including" or the like makes them a part of the people before. `size` is how many
    single people were named together ("a woman and her son").
    """

    first: int
    last: int
    noun: tuple[int, int]
    count: Count | None
    kind: str
    plural: bool
    subset: bool = False
    size: int = 1

    @property
    def is_figure(self) -> bool:
        """Whether they have a count that says how many, as "many of them" does not."""
        return self.count is not None and (self.count.high is not None or self.count.low > 2)

    @property
    def is_single(self) -> bool:
        """Whether they are one person, or a couple, by their noun alone: "a nurse", "her son"."""
        return self.count is None and not self.plural and self.kind == "noun"

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least and the greatest number; None where it is open."""
        if self.count is not None:
            return self.count.low, self.count.high
        return (2, None) if self.plural else (self.size, self.size)
