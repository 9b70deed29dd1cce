"""From the tokens of one cell to its reading: finds the language, reads the phrase, and checks what is left over.

What follows the count may be a noun ("58 soldiers", "two children killed"), a remark ("58 (revised)") or a part
of the count ("12, including three children"); a second count is an error, because then it is not clear which one
was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from claims.phrases.brackets import lift_hedges, other_count, without
from claims.phrases.grammar import Grammar
from claims.phrases.lexicon import Lexicon, languages_for, lexicon
from claims.phrases.reading import Hedged, Joined, Reading
from claims.phrases.tail import Tail
from claims.phrases.tokens import Token, tokenise
from claims.phrases.wider import wider_for

ACCEPTED = (
    "write a number (58), a hedged number ('at least 58'), a range ('100 to 300'), a word such as 'dozens' or "
    "'several', 'none', or leave the cell empty"
)
_QUOTES = frozenset('"«»“”„*†‡`')


def parse(text: str) -> Reading | str:
    """The reading of a whole cell, or why there is none, with a remedy."""
    tokens = _trimmed(tokenise(text))
    notes: list[str] = []
    if any(token.key == "(" for token in tokens):
        tokens = lift_hedges(_lexicons(tokens), tokens)
    reading = _read(text, _brackets_as_commas(tokens), notes) or _beside_brackets(text, tokens, notes)
    return reading or f"{text}: {_reason(tokens, notes)}"


def _beside_brackets(text: str, tokens: list[Token], notes: list[str]) -> Reading | None:
    """The reading of what stands outside the brackets, unless they hold another count."""
    outside = without(tokens)
    if len(outside) == len(tokens) or not outside:
        return None
    reading = _read(text, outside, notes)
    if reading is None:
        return None
    _, words, _ = next(_by_familiarity(text, tokens))
    other = other_count(text, words, tokens, reading)
    if other is None:
        return reading
    notes.insert(0, f"more than one count: the brackets hold {other}; give each its own row, or write the one meant")
    return None


def _trimmed(tokens: list[Token]) -> list[Token]:
    tokens = _unquoted([token for token in tokens if token.key not in _QUOTES])
    while len(tokens) > 1 and tokens[-1].key in (".", ",", ";", ":", "!") and tokens[-2].key != ".":
        tokens.pop()
    return tokens


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Without pairs of single quotes round words; an apostrophe inside a word or between two stays."""
    opened: int | None = None
    dropped: set[int] = set()
    for position, token in enumerate(tokens):
        if token.key != "'":
            continue
        before = position > 0 and tokens[position - 1].end == token.start
        after = position + 1 < len(tokens) and tokens[position + 1].start == token.end
        if after and not before:
            opened = position
        elif before and not after and opened is not None:
            dropped |= {opened, position}
            opened = None
    return [token for position, token in enumerate(tokens) if position not in dropped]


def _brackets_as_commas(tokens: list[Token]) -> list[Token]:
    kept = [token._replace(key=",") if token.key in ("(", ")") else token for token in tokens]
    while kept and kept[0].key == ",":
        kept.pop(0)
    while kept and kept[-1].key == ",":
        kept.pop()
    return kept


def _read(text: str, tokens: list[Token], notes: list[str]) -> Reading | None:
    """The reading in the language that knows most of the words; of those, the one that explains most of them.

    When the language that knows the words best has a reason to refuse, one that takes those words for unknown
    nouns is not asked: "12 horas" is a duration, although "horas" could be anything in English. Where two languages
    know every word, neither is preferred: the reading covers both.
    """
    best: tuple[int, int, Reading] | None = None
    refused_at: int | None = None
    for strange, words, parts in _by_familiarity(text, tokens):
        limit = best[0] if best is not None else refused_at
        if limit is not None and strange > limit:
            break
        found, reasons = _read_in(words, parts)
        if found is None:
            notes.extend(reasons)
            refused_at = strange if reasons and refused_at is None else refused_at
        elif (refused_at is None or found[0] == 0) and (best is None or found[0] < best[1]):
            best = (strange, *found)
            if found[0] == 0 and (strange or words.language == languages_for(tokens)[0]):
                break
        elif best is not None and strange == best[0] == best[1] == found[0] == 0:
            best = (0, 0, _either(best[2], found[1]))
    return None if best is None else best[2]


def _either(one: Reading, other: Reading) -> Reading:
    """What covers both readings: "cerca de 20" is "nearly 20" in one language and "about 20" in another."""
    if one == other:
        return one
    if isinstance(one, Hedged) and {Hedged("about", one.inner), Hedged("nearly", one.inner)} == {one, other}:
        return Hedged("about", one.inner)
    return Joined("either", one, other)


def _lexicons(tokens: list[Token]) -> list[Lexicon]:
    """The lexicons to look words up in: the first one alone when it knows them all."""
    first, *others = languages_for(tokens)
    if all(token.key in lexicon(first).vocabulary for token in tokens if token.kind == "word"):
        others = []
    return [lexicon(language) for language in (first, *others)]


def _by_familiarity(text: str, tokens: list[Token]) -> Iterator[tuple[int, Lexicon, list[Token]]]:
    """The languages to try with the number of words each does not know, fewest first."""
    later: list[tuple[int, Lexicon, list[Token]]] = []
    gaps: list[list[Token]] = []
    for position, language in enumerate(languages_for(tokens) if tokens else ()):
        words, parts, gap = _gap(language, tokens)
        gaps.append(gap)
        if position == 0 and not gap:
            yield 0, words, parts
        else:
            later.append((len(gap), words, parts))
    for language in _wider(text, tokens, gaps):
        words, parts, gap = _gap(language, tokens)
        later.append((len(gap), words, parts))
    yield from sorted(later, key=lambda entry: entry[0])


def _gap(language: str, tokens: list[Token]) -> tuple[Lexicon, list[Token], list[Token]]:
    """The language's lexicon, the tokens with its joined words taken apart, and the words it does not know."""
    words = lexicon(language)
    parts = words.split_words(tokens)
    return words, parts, [token for token in parts if token.kind == "word" and token.key not in words.vocabulary]


def _wider(text: str, tokens: list[Token], gaps: list[list[Token]]) -> list[str]:
    fewest = min(map(len, gaps), default=0)
    if fewest == 0:
        return []
    words = [token for token in tokens if token.kind == "word"]
    return wider_for(text, words, [gap for gap in gaps if len(gap) == fewest])


def _read_in(words: Lexicon, tokens: list[Token]) -> tuple[tuple[int, Reading] | None, list[str]]:
    """The reading that leaves the fewest words unexplained, with their number, and the reasons against others."""
    grammar = Grammar(words, tokens)
    tail = Tail(words, tokens, grammar.notes)
    best: tuple[int, Reading] | None = None
    begun = False
    for parsed in grammar.phrases(0):
        begun = True
        found = tail.accept(parsed)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
            if found[0] == 0:
                break
    if not begun and not grammar.notes:
        grammar.notes.extend(_unknown_lead(words, tokens))
    best = best or tail.bare_plural()
    return best, grammar.notes


def _unknown_lead(words: Lexicon, tokens: list[Token]) -> list[str]:
    """Why a count is not read when words that are not known stand before its number."""
    lead = list(takewhile(lambda token: token.kind == "word" and not words.is_number_word(token.key), tokens))
    if not lead or len(lead) == len(tokens) or tokens[len(lead)].kind == "mark":
        return []
    if all(words.is_noun(token.key) for token in lead):
        return []
    said = " ".join(token.key for token in lead)
    return [f"the words before the number ({said!r}) are not known; write 'at least', 'about' or the number alone"]


def _reason(tokens: list[Token], notes: list[str]) -> str:
    negative = _negative(tokens)
    if negative is not None:
        return f"a count cannot be negative; write {negative}, 'at least {negative}', or leave the cell empty"
    if len(tokens) > 1 and any(token.key == "?" for token in tokens):
        return "a question mark does not say how sure the count is; write 'about', 'uncertain whether' or a range"
    return notes[0] if notes else f"not a count that can be read; {ACCEPTED}"


def _negative(tokens: list[Token]) -> str | None:
    """The digits of a number with a minus sign: one that opens the cell or follows a word and a space."""
    for position, token in enumerate(tokens):
        if token.kind != "digits" or position == 0:
            continue
        sign = tokens[position - 1]
        opens = position == 1 or (tokens[position - 2].kind == "word" and tokens[position - 2].end < sign.start)
        if (sign.key == "-" and opens) or sign.key in lexicon("en").table("negative"):
            return token.key
    return None
