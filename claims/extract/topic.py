"""Whether a text is about violence at all, or about a field that borrows its words ("the hosts lost five men")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.extract.sentences import Sentence
from claims.extract.words import Words

_OTHER = ("sport", "business", "culture", "nature", "politics")
_LEAST, _LEAST_ALONE = 3, 2
"""Words of another field from which a text can be about it: where it has words of violence, and where it has none."""
_SHARE = 0.6
"""Words of another field for each word of violence from which a text is about that field. Reports on wars that we
counted stay below 0.45, texts about other fields above 1."""


def other_field(sentences: Iterable[Sentence], words: Words) -> str:
    """The field that a text is about when it is not violence or an accident; empty when it is."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence.tokens:
            for field in words.fields.get(token.low, ()):
                found[field] += 1
    strongest = max(_OTHER, key=lambda field: found[field])
    harm = found["violence"] + found["accident"]
    least = _LEAST if harm else _LEAST_ALONE
    return strongest if found[strongest] >= least and found[strongest] > _SHARE * harm else ""


def is_violent(sentence: Sentence, field: str, words: Words) -> bool:
    """Whether a sentence tells of violence although its text is about another field: "gunmen shot five players".

    A text about films or games tells of violence that nobody suffered.
    """
    attackers = words.lists["topic.attackers"]
    return field != "culture" and any(token.low in attackers for token in sentence.tokens)
