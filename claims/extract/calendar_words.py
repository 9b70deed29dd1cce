"""The words and numbers of the calendar, as parts of regular expressions and as what they stand for."""

from __future__ import annotations

import calendar
import re

MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): at for name, at in MONTHS.items()} | {"sept": 9}
DAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
_COUNTED = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
NUMBERS = {word: at for at, word in enumerate(_COUNTED, 1)} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
_RANKED = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
RANKS = {word: at for at, word in enumerate(_RANKED, 1)}
MONTH = (
    "(?:"
    + "|".join(
        sorted(
            (*calendar.month_name[1:], *(f"{m}\\.?" for m in calendar.month_abbr[1:]), "Sept\\.?"),
            key=len,
            reverse=True,
        )
    )
    + r")(?!\w)"
)
WHOLE_MONTH = "(?:" + "|".join(calendar.month_name[1:]) + r")(?!\w)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w])"
YEAR = r"(?:1[5-9]|20)\d\d(?![\ds])"
WEEKDAY = "(?:" + "|".join(calendar.day_name) + r")(?!\w)"
NUMBER = "(?:" + "|".join(NUMBERS) + r"|\d{1,3})"
RANK = "(?:" + "|".join(RANKS) + r"|\d{1,2}(?:st|nd|rd|th))"
PART = r"(?:dawn|sunrise|midnight|midday|noon|dusk|sunset|(?:early |late )?(?:morning|afternoon|evening|night))"
"""A part of a day, which changes nothing about which day it is."""


def count(word: str) -> int:
    """A number word or digits as a number."""
    return NUMBERS.get(word.lower()) or int(word)


def rank(word: str) -> int:
    """ "Third" or "3rd" as a number."""
    return RANKS.get(word.lower()) or day(word)


def day(word: str) -> int:
    """ "2nd" as a number."""
    return int(re.sub(r"\D", "", word))


def month(word: str) -> int:
    """A month's name, or its short form, as a number."""
    return MONTHS[word.lower().rstrip(".")]
