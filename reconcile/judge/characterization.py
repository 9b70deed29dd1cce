"""Words that frame one act in opposed ways: retaliatory or unprovoked, a precision strike or indiscriminate.

Words are read as concepts, and concepts stand at poles of named dimensions; both are data (frames.yaml). Opposite
poles of one dimension about the same party's act conflict; the tool shows the two words side by side and does not
rule which fits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from claims.lexicon import data
from reconcile.judge.case import Case
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for

Pole = tuple[str, str]

_ONE_LETTER = str.maketrans({"ı": "i", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ـ": "", "\u200c": " "})
_CLAUSE_ENDS = re.compile(r"[,;:!?،؛؟。，；：、…—–]|\.(?=\s|$)")
_ARTICLES = r"(?:(?:an?|the|le|la|les|une?|el|los|las|una|der|die|das|eine?) )?"
# Arabic and Hebrew write article and preposition together with the word.
_ATTACHED = [
    (re.compile(r"(?<![\w)])(?=[\u0620-\u06ff])"), r"(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)?"),
    (re.compile(r"(?<![\w)])(?=[\u05d0-\u05ea])"), r"[והבלכמש]{0,3}"),
]
_UNSPACED = re.compile(r"[\u3400-\u9fff]")
_GAP = r" (?:(?!(?:by|from|and|but|or|with|near|not|nor|than|civilians?) )\w+ ){0,3}"


class _Lexicon(NamedTuple):
    words: tuple[tuple[str, bool, re.Pattern[str]], ...]
    poles: dict[str, frozenset[Pole]]
    dimensions: tuple[str, ...]
    denied_means: dict[str, str]
    before: re.Pattern[str]
    before_and_between: re.Pattern[str]
    joined: re.Pattern[str]
    after: re.Pattern[str]
    doubts: re.Pattern[str]
    another_act: re.Pattern[str]
    nothing: re.Pattern[str]


class _Match(NamedTuple):
    start: int
    end: int
    concept: str
    open_within: bool = False
    """Whether the entry leaves a gap, whose words speak for themselves."""

    def inside(self, spans: Iterable[tuple[int, int]]) -> bool:
        return any(start <= self.start and self.end <= end for start, end in spans)

    def part_of(self, other: _Match) -> bool:
        """Whether this is only part of a longer word."""
        if self.end - self.start >= other.end - other.start or not self.inside([(other.start, other.end)]):
            return False
        return not other.open_within or self.start == other.start or self.end == other.end


class _Said(NamedTuple):
    """What a frame's words affirm, and what they deny."""

    affirmed: frozenset[str]
    denied: frozenset[str]


@lru_cache(maxsize=4096)
def read_frame(words: str) -> frozenset[Pole]:
    """The (dimension, pole) pairs that a frame's words stand for; some denied words stand for another concept's."""
    poles = _lexicon().poles
    return frozenset(pole for concept in _said(words).affirmed for pole in poles.get(concept, ()))


def opposed(one: str, two: str) -> str | None:
    """The dimension on which two frames oppose each other, or None. Symmetric.

    A frame that stands at both poles of a dimension opposes nothing on it. Where one denies just what the other
    affirms, the dimension is called negation.
    """
    a, b = read_frame(one), read_frame(two)
    for dimension in _lexicon().dimensions:
        ours, theirs = ({pole for name, pole in poles if name == dimension} for poles in (a, b))
        if ours and theirs and not ours & theirs:
            return dimension
    return "negation" if _denies(_said(one), _said(two)) or _denies(_said(two), _said(one)) or _bare(one, two) else None


def _denies(one: _Said, two: _Said) -> bool:
    return bool((one.denied & two.affirmed) - one.affirmed - two.denied)


def _bare(one: str, two: str) -> bool:
    """Whether two frames that the word list does not know differ by a negation alone."""
    if any(_said(words) != _Said(frozenset(), frozenset()) for words in (one, two)):
        return False
    (left, left_denied), (right, right_denied) = (_without_negation(words) for words in (one, two))
    return bool(left) and left == right and left_denied != right_denied


def _without_negation(words: str) -> tuple[str, bool]:
    text, count = _lexicon().before.subn(" ", _folded(words))
    return " ".join(w for w in text.split() if w not in ("a", "an", "the", "any", ",")), count > 0


@lru_cache(maxsize=4096)
def _said(words: str) -> _Said:
    text, lexicon = _folded(words), _lexicon()
    matches = _matches(text)
    taken = [(m.start, m.end) for m in matches] + [m.span() for m in lexicon.nothing.finditer(text)]
    affirmed, denied = set(), set()
    for match in _of_this_act(text, matches):
        if _follows(lexicon.doubts, text, match, taken):
            continue
        if not _negated(text, match, taken):
            affirmed.add(match.concept)
        elif match.concept in lexicon.denied_means:
            affirmed.add(lexicon.denied_means[match.concept])
        else:
            denied.add(match.concept)
    return _Said(frozenset(affirmed), frozenset(denied))


def _matches(text: str) -> list[_Match]:
    """The concepts' words in a text, without those inside a longer word or inside an idiom."""
    lexicon = _lexicon()
    idle = [m.span() for m in lexicon.nothing.finditer(text)]
    found = [
        _Match(*m.span(), concept, open_within)
        for concept, open_within, pattern in lexicon.words
        for m in pattern.finditer(text)
    ]
    return [m for m in found if not m.inside(idle) and not any(m.part_of(other) for other in found)]


def _of_this_act(text: str, matches: list[_Match]) -> list[_Match]:
    """The matches left when what "in response to" and the like introduce is set aside, up to the end of its clause."""
    others = []
    for found in _lexicon().another_act.finditer(text):
        end = re.search(r" (?:,|but) ", text[found.end() :])
        others.append((found.end(), found.end() + end.start() if end else len(text)))
    return [m for m in matches if not any(start <= m.start < end for start, end in others)]


def _negated(text: str, match: _Match, taken: list[tuple[int, int]]) -> bool:
    lexicon = _lexicon()
    if lexicon.joined.search(text[: match.start]) or lexicon.after.match(text[match.end :]):
        return True
    return _follows(lexicon.before, text, match, taken)


def _follows(pattern: re.Pattern[str], text: str, match: _Match, taken: list[tuple[int, int]]) -> bool:
    """Whether a word before the match governs it: near by, in the same clause, and no part of another phrase."""
    for found in pattern.finditer(text[: match.start]):
        free = not any(start <= found.start() and found.end() <= end for start, end in taken)
        between = text[found.end() : match.start]
        near = between == " " if found[0] == "non" else _lexicon().before_and_between.fullmatch(between)
        if free and near:
            return True
    return False


@lru_cache(maxsize=8192)
def _folded(words: str) -> str:
    """Words in lower case without accents, quotes or hyphens, one space apart; a clause's end is a lone comma."""
    text = _CLAUSE_ENDS.sub(" , ", _letters(words))
    return " ".join(re.sub(r"[^\w,]|_", " ", text).split())


def _letters(words: str) -> str:
    marked = unicodedata.normalize("NFKD", words.translate(_ONE_LETTER)).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", marked) if not unicodedata.combining(c))
    return plain.translate(_ONE_LETTER)


@cache
def _lexicon() -> _Lexicon:
    shipped = data("reconcile", "frames.yaml")
    poles: dict[str, set[Pole]] = {}
    for dimension, sides in shipped["dimensions"].items():
        for pole, concepts in sides.items():
            for concept in concepts:
                poles.setdefault(concept, set()).add((dimension, pole))
    negations = shipped["negations"]
    ends = "|".join(map(re.escape, map(_letters, negations["ends"])))
    return _Lexicon(
        words=tuple(_concept_patterns(shipped["concepts"])),
        poles={concept: frozenset(found) for concept, found in poles.items()},
        dimensions=tuple(shipped["dimensions"]),
        denied_means=shipped["denied_means"],
        before=_pattern(negations["before"]),
        before_and_between=re.compile(rf"(?: (?!(?:but|and) )\w+)?(?: (?!(?:{ends}) )\w+){{0,2}} ?"),
        joined=re.compile(rf"(?:{'|'.join(negations['joined'])})[一任]?[场次何起个個]?$"),
        after=re.compile(rf" {_pattern(negations['after']).pattern}"),
        doubts=_pattern(shipped["doubts"]),
        another_act=_pattern(shipped["another_act"]),
        nothing=_pattern(shipped["nothing"]),
    )


def _concept_patterns(concepts: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, bool, re.Pattern[str]]]:
    for name, languages in concepts.items():
        entries = [entry for words in languages.values() for entry in words]
        for open_within in (False, True):
            some = [entry for entry in entries if (" .. " in entry) == open_within]
            if some:
                yield name, open_within, _pattern(some)


def _pattern(entries: list[str]) -> re.Pattern[str]:
    """One expression for a list of entries as frames.yaml writes them, the longest first."""
    whole: list[str] = []
    joined: list[str] = []
    spaced: list[str] = []
    for entry in sorted(set(entries), key=lambda e: (-len(e), e)):
        kind = whole if entry.startswith("=") else joined if _UNSPACED.search(entry) else spaced
        kind.append(_expression(entry.removeprefix("=")))
    ways = [rf"^{_ARTICLES}(?:{'|'.join(whole)})$"] if whole else []
    ways += [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    return re.compile("|".join(ways + joined))


def _expression(entry: str) -> str:
    text = _letters(entry).replace(" .. ", "\0")
    escaped = re.sub(r"[^\w\s()|?*\0]", " ", text).replace("*", r"\w*").replace("(", "(?:")
    for start, prefix in _ATTACHED:
        escaped = start.sub(prefix, escaped)
    return escaped.replace("\0", _GAP)


def opposed_frames(case: Case) -> list[Finding]:
    """Characterizations of one act that stand at opposite poles."""
    edges = []
    for one, two in combinations(case.characterizations, 2):
        if one.voice == two.voice or not _one_act(case, one, two):
            continue
        dimension = opposed(one.claim.frame, two.claim.frame)
        if dimension is not None:
            left, right = sorted((one, two), key=lambda r: (r.camp or "~", r.claim.frame.casefold(), r.id))
            edges.append(((dimension, left.camp, right.camp), left, right))
    return case.most_severe([_dispute(case, key[0], a, b) for key, a, b in case.disputes(edges)])


def _one_act(case: Case, one: Reading, two: Reading) -> bool:
    """Whether both frame the act of one party, as far as they name one."""
    doers = [case.reader.known_camps((*r.perpetrators, *r.accused)) for r in (one, two)]
    return not doers[0] or not doers[1] or bool(doers[0] & doers[1])


def _dispute(case: Case, dimension: str, ones: list[Reading], twos: list[Reading]) -> Finding:
    one, two = ones[0], twos[0]
    factors = factors_for("framing", "contradiction", case.independence(one, two))
    text = (
        f"{case.who(one)} called it “{one.claim.frame}”; {case.who(two)} called it “{two.claim.frame}”. "
        f"The two words are opposed ({dimension.replace('_', ' ')})."
    )
    about, verdict = About.CHARACTERIZATION, Verdict.CONTRADICTION
    return case.finding("characterization-opposed", about, verdict, (ones, twos), factors, text)
