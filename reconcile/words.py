"""Small word lists of the engine, from its versioned data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.lexicon import data


@cache
def _marks(kind: str) -> re.Pattern[str]:
    words = data("reconcile", "words.yaml")[kind]
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=65536)
def preliminary_mark(text: str) -> bool:
    """Whether the words say that a figure is early or still growing ("so far", "preliminary")."""
    return bool(text.strip()) and _marks("preliminary").search(text) is not None


@lru_cache(maxsize=65536)
def late_deaths_mark(text: str) -> bool:
    """Whether the words say that some died after others were counted ("one died of wounds")."""
    return bool(text.strip()) and _marks("died_later").search(text) is not None


@cache
def common_names() -> frozenset[str]:
    """Capitalised words too common in reports to point at one event."""
    return frozenset(data("reconcile", "words.yaml")["common_names"])


@lru_cache(maxsize=65536)
def unidentified(name: str) -> bool:
    """Whether a name for a perpetrator names nobody in particular ("unknown gunmen")."""
    listed = data("reconcile", "words.yaml")["unidentified"]
    words = {w for w in re.findall(r"\w+", name.casefold()) if not w[0].isdigit() and len(w) > 1}
    return bool(words) and (bool(words & set(listed["markers"])) or words <= set(listed["nouns"]))


@lru_cache(maxsize=65536)
def only_a_body(name: str) -> bool:
    """Whether a name is only a word for a body ("the coalition", "our forces"), without an owner."""
    words = set(re.findall(r"\w+", name.casefold()))
    return bool(words) and words <= set(data("reconcile", "words.yaml")["bodies"])


@lru_cache(maxsize=65536)
def telling_word(name: str) -> str:
    """The word of a name that tells it from others: "Babel" of both "Babel Defence Forces" and "BDF (Babel)"."""
    words = re.findall(r"[^\W_]+", name)
    plain = [w.casefold() for w in words if w.casefold() not in _name_parts() and not (w.isupper() and len(words) > 1)]
    return max(plain, key=lambda w: (len(w), w), default=name.casefold().strip())


@cache
def _name_parts() -> frozenset[str]:
    return frozenset(data("reconcile", "words.yaml")["name_parts"])


def takes_of(words: str) -> bool:
    """Whether a number in words is followed by "of": "dozens of people"."""
    return words.casefold().split()[-1:] != [] and words.casefold().split()[-1] in _number_nouns()


@cache
def _number_nouns() -> frozenset[str]:
    return frozenset(data("reconcile", "words.yaml")["number_nouns"])


def measure_words(measure: str) -> str:
    """A measure as it stands behind the people it happened to."""
    words: dict[str, str] = data("reconcile", "words.yaml")["measures"]
    return words.get(measure, measure)


def without_pointing_back(words: str) -> str:
    """Words for a part without those that only point at the whole: "of them children" is "children"."""
    plain = _pointing_back().sub(" ", words).strip(" ,;.:()")
    while (cut := _joined_on().sub("", plain).strip(" ,;.:()")) != plain:
        plain = cut
    return plain


@cache
def _pointing_back() -> re.Pattern[str]:
    listed = sorted(data("reconcile", "words.yaml")["of_them"], key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in listed) + r")(?!\w)", re.IGNORECASE)


def narrows_nothing(word: str) -> bool:
    """Whether a word beside the people counted leaves nobody out ("in all", "martyred")."""
    return word.casefold() in _no_narrowing()


@cache
def _no_narrowing() -> frozenset[str]:
    return frozenset(str(w) for w in data("reconcile", "words.yaml")["no_narrowing"])


def without_members(words: str) -> str:
    """Words for people without "members of": the name of the body that is left, if that was all."""
    return _members().sub(" ", words).strip()


@cache
def _members() -> re.Pattern[str]:
    listed = sorted(data("reconcile", "words.yaml")["members"], key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in listed) + r")(?!\w)", re.IGNORECASE)


def as_things(words: str) -> str:
    """Words for what was destroyed, with those that mean people elsewhere spelled out: "18 fighters" were aircraft."""
    means: dict[str, str] = data("reconcile", "words.yaml")["destroyed_means"]
    return " ".join(means.get(word.casefold(), word) for word in words.split(" "))


@cache
def _joined_on() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)(?:" + "|".join(data("reconcile", "words.yaml")["joining"]) + r")$", re.IGNORECASE)


def measures_no_people(before: str, behind: str) -> bool:
    """Whether a number is an age, a share or the whole: "a 40-year-old woman", "50 % children", "2 of the 4"."""
    table = data("reconcile", "words.yaml")["no_count"]
    return bool(
        re.match(r"[\s-]*(?:" + "|".join(table["behind"]) + ")", behind, re.IGNORECASE)
        or re.search(r"(?:" + "|".join(table["before"]) + r")\s*$", before, re.IGNORECASE)
    )


def only_an_article(number: str) -> bool:
    """Whether a number in words is an article: "a mother" says no more than that there was one."""
    return number.casefold() in data("reconcile", "words.yaml")["articles"]


def narrows_behind(before: str, word: str) -> bool:
    """Whether the words before a word make it narrow the people before them: "by" tank fire, "in" the queue.

    After "of" and "from" a proper name tells whose they were: "civilians of the" Ahmadi family.
    """
    return _behind("where").search(before) is not None or (
        word[:1].isupper() and _behind("whose").search(before) is not None
    )


@cache
def _behind(kind: str) -> re.Pattern[str]:
    listed = data("reconcile", "words.yaml")[kind]
    words = "1" if kind == "whose" else "3"
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(w) for w in listed) + rf")\s+(?:\w+\s+){{0,{words}}}$", re.IGNORECASE
    )
