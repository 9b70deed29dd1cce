"""Numbers of any script, locale and language read as the same whole number."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lexicon import data
from claims.phrases.digits import read_decimal, read_digits
from claims.phrases.lexicon import languages
from claims.quantity import QuantityError, read_quantity

ZEROS = [chr(code) for code in range(0x110000) if unicodedata.decimal(chr(code), None) == 0]
SEPARATORS = [",", ".", "'", "’", " ", "\u00a0", "\u202f", "\u2009", "٬", "،", "，"]

SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
ONES = SMALL.split()
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int, *, joiner: str = " and ") -> str:
    """English words for 0 to 999,999."""
    if number >= 1000:
        rest = number % 1000
        tail = "" if not rest else (joiner if rest < 100 else " ") + spell(rest, joiner=joiner)
        return f"{spell(number // 1000, joiner=joiner)} thousand{tail}"
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (joiner + spell(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def exact(wording: str) -> int | None:
    read = read_quantity(wording)
    return read.number if read.form == "exact" and read.outer.low == read.outer.high == read.number else None


def test_english_number_words_from_0_to_9999() -> None:
    assert [n for n in range(10_000) if exact(spell(n)) != n] == []


def test_english_number_words_without_and_or_hyphen() -> None:
    wrong = [n for n in range(0, 1_000_000, 997) if exact(spell(n, joiner=" ").replace("-", " ")) != n]
    assert wrong == []


@given(number=st.integers(0, 10**9), zero=st.sampled_from(ZEROS))
def test_digits_of_any_script_read_as_the_ascii_ones(number: int, zero: str) -> None:
    shown = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert exact(shown) == number


@given(number=st.integers(1000, 10**9 - 1), separator=st.sampled_from(SEPARATORS))
def test_thousands_separators_of_any_locale(number: int, separator: str) -> None:
    assert exact(f"{number:,}".replace(",", separator)) == number


@pytest.mark.parametrize(
    ("text", "mantissa", "decimals"),
    [
        ("1,23,456", 123456, 0),
        ("1,200", 1200, 0),
        ("1.200", 1200, 0),
        ("1.2", 12, 1),
        ("12,34", 1234, 2),
        ("1,234.5", 12345, 1),
        ("1.234,00", 1234, 0),
        ("58.0", 58, 0),
        ("0.500", 5, 1),
        ("1٫5", 15, 1),
    ],
)
def test_separators_are_thousands_or_decimals_by_their_place(text: str, mantissa: int, decimals: int) -> None:
    assert read_digits(text) == (mantissa, decimals)


@pytest.mark.parametrize("text", ["1.2.3", "12.10.2025", "1,2345,6", "1'23", "1,0000"])
def test_groups_that_fit_no_locale_are_not_numbers(text: str) -> None:
    assert read_digits(text) is None


def test_a_full_stop_before_a_unit_is_a_decimal_sign() -> None:
    assert read_decimal("1.234") == (1234, 3)
    assert exact("1.234 million") == 1_234_000


@pytest.mark.parametrize(
    ("wording", "number"),
    [
        ("1,5 million", 1_500_000),
        ("1.5k", 1500),
        ("2m", 2_000_000),
        ("2 lakh", 200_000),
        ("2 lakh 50 thousand", 250_000),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("twelve hundred", 1200),
        ("two score", 40),
        ("three dozen", 36),
        ("a couple of hundred", 200),
        ("two million three hundred thousand and five", 2_300_005),
        ("cent", 100),
        ("quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("deux cent cinquante-trois", 253),
        ("veintitrés", 23),
        ("doscientos cincuenta y tres mil", 253_000),
        ("cento e vinte e três", 123),
        ("dreiundzwanzig", 23),
        ("zweihundertdreiundfünfzig", 253),
        ("zweitausendfünfhundert", 2500),
        ("yirmi üç", 23),
        ("yüzelli", 150),
        ("двадцать три", 23),
        ("двести пятьдесят три тысячи", 253_000),
        ("п'ятдесят вісім", 58),
        ("ثلاثة وعشرون", 23),
        ("مئتان وخمسون", 250),
        ("اثنا عشر", 12),
        ("قتيلان", 2),
        ("بیست و سه", 23),
        ("دویست و پنجاه", 250),
        ("تئیس", 23),
        ("तेईस", 23),
        ("दो लाख तेईस हजार", 223_000),
        ("עשרים ושלושה", 23),
        ("二百五十三", 253),
        ("三万五千", 35_000),
        ("3万", 30_000),
        ("两百零五人", 205),
        ("አስራ ሁለት", 12),
        ("ሃያ ሶስት", 23),
    ],
)
def test_number_words_of_other_languages_and_units(wording: str, number: int) -> None:
    assert exact(wording) == number


@pytest.mark.parametrize("language", [code for code in languages() if code != "zh"])
def test_every_number_word_of_a_lexicon_is_read_as_its_value(language: str) -> None:
    words = data("claims", f"numbers/{language}.yaml")["words"]
    assert {word: value for word, value in words.items() if exact(word) != value} == {}


@pytest.mark.parametrize("language", languages())
def test_every_hedge_of_a_lexicon_is_read_with_a_number(language: str) -> None:
    lexicon = data("claims", f"numbers/{language}.yaml")
    wordings = [f"{phrase} 7" for group in lexicon.get("before", {}).values() for phrase in group]
    wordings += [f"7 {phrase}" for group in lexicon.get("after", {}).values() for phrase in group]
    assert [wording for wording in wordings if read_quantity(wording).form == "exact"] == []


@given(number=st.integers(0, 9999))
def test_two_numbers_side_by_side_are_not_one(number: int) -> None:
    with pytest.raises(QuantityError):
        read_quantity(f"{number} and {spell(number)}")
