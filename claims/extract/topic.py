"""Whether a text is about violence at all, or about a field that borrows its words ("the hosts lost five men")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.extract.analysis import Analysis
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_OTHER = ("sport", "business", "fiction", "culture", "food", "nature", "politics")
_BORROWS = frozenset({"sport", "fiction", "food"})
"""Fields in which the words of violence stand for other things: one sentence says nothing of the whole text."""
_OPEN = frozenset({"culture", "politics"})
"""Fields that hardly borrow them: any word of violence beside those who were harmed tells of violence."""
_CLOSE = 3
"""Tokens between a loss and its cause at most."""
_LEAST, _LEAST_ALONE = 3, 2
"""Words of another field from which a text can be about it: where it has words of violence, and where it has none."""
_SHARE = 0.6
"""Words of another field for each word of violence from which a text is about that field. Reports on wars that we
counted stay below 0.45, texts about other fields above 1."""


def other_field(analyses: Sequence[Analysis], words: Words) -> str:
    """The field that a text is about when it is not violence or an accident; empty when it is.

    A report of an attack in a museum or on a voting day has many words of that field, and a sentence in which armed
    people or their weapons stand beside those who were harmed: that sentence decides.
    """
    found: Counter[str] = Counter()
    for analysis in analyses:
        for token in analysis.sentence.tokens:
            for field in words.fields.get(token.low, ()):
                found[field] += 1
    if not found["violence"] and any(_has_cause(analysis.sentence, words) for analysis in analyses):
        return "another cause"
    strongest = max(_OTHER, key=lambda field: found[field])
    harm = found["violence"] + found["accident"]
    least = _LEAST if harm else _LEAST_ALONE
    if found[strongest] < least or found[strongest] <= _SHARE * harm:
        return ""
    told = strongest not in _BORROWS and any(_tells_of_harm(analysis, strongest, words) for analysis in analyses)
    return "" if told else strongest


def _tells_of_harm(analysis: Analysis, field: str, words: Words) -> bool:
    """Whether a sentence has people who were killed or wounded, and those or that which does it."""
    if not any(loss.measure in ("killed", "injured") and loss.persons is not None for loss in analysis.losses):
        return False
    tokens = analysis.sentence.tokens
    if field == "business" and any(words.has("topic.forces", token.low) for token in tokens):
        return True
    known = field in _OPEN and any("violence" in words.fields.get(token.low, ()) for token in tokens)
    return known or is_violent(analysis.sentence, "", words)


def _has_cause(sentence: Sentence, words: Words) -> bool:
    """Whether a sentence names what kills without an attack."""
    causes = words.lists["topic.causes"] | words.lists["topic.pursuits"]
    return any(token.low in causes for token in sentence.tokens)


def another_cause(analysis: Analysis, words: Words) -> bool:
    """Whether a disease or the like stands close to a loss, and no violence: "cholera has killed 312 people"."""
    tokens = analysis.sentence.tokens
    near = {
        place
        for loss in analysis.losses
        for place in range(max(0, loss.first - _CLOSE), min(len(tokens), loss.last + _CLOSE))
    }
    named = any(words.has("topic.causes", tokens[place].low) for place in near)
    return named and not any("violence" in words.fields.get(token.low, ()) for token in tokens)


def is_violent(sentence: Sentence, field: str, words: Words) -> bool:
    """Whether a sentence tells of violence although its text is about another field: "gunmen shot five players".

    A text about films or games tells of violence that nobody suffered.
    """
    attackers = words.lists["topic.attackers"]
    return field != "fiction" and any(token.low in attackers for token in sentence.tokens)
