"""Number words of many languages in one alphabet: each is read, none takes another's word, and few are loaded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lexicon import data
from claims.phrases.lexicon import ambiguous_words, languages, lexicon, wider_languages
from claims.phrases.tokens import fold
from claims.quantity import QuantityError, read_quantity

WIDER = [language for group in wider_languages().values() for language in group]
ORACLE = Path(__file__).with_name("number_words.tsv")

# A noun that shows the language where the number word alone does not ("fire" is four, and English).
NOUNS = {
    "it": "morti", "nl": "doden", "sv": "soldater", "nb": "drepte", "da": "dræbte", "fi": "siviiliä", "pl": "żołnierzy",
    "cs": "vojáků", "sk": "vojakov", "hr": "vojnika", "sl": "vojakov", "ro": "soldați", "hu": "katona", "sq": "ushtarë",
    "az": "nəfər", "ku": "leşker", "vi": "người", "id": "orang", "tl": "sundalo", "sw": "askari", "so": "askari",
    "ha": "sojoji", "sr": "војника", "bg": "войници", "mk": "војници", "be": "салдат", "kk": "сарбаз", "ps": "تنه",
    "ne": "जना", "ti": "ወተሃደራት",
}  # fmt: skip

# Words that are different numbers in two languages of one alphabet once they are folded. Spelt with their own
# letters the first two are told apart; bare "tres" is Spanish, which is in the first circle.
COLLISIONS = {
    "sest": {6: {"cs", "hr", "sl", "sk"}, 60: {"ku"}},
    "tres": {3: {"es", "pt"}, 60: {"da"}},
}


def exact(wording: str) -> int | None:
    try:
        read = read_quantity(wording)
    except QuantityError:
        return None
    return read.number if read.form == "exact" else None


def oracle() -> Iterator[tuple[str, int, str]]:
    for line in ORACLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, number, words = line.split("\t")
            yield language, int(number), words


def numbers_of(language: str) -> dict[str, int]:
    content = data("claims", f"numbers/{language}.yaml")
    return {**content.get("words", {}), **content.get("multipliers", {})}


@pytest.mark.parametrize(
    ("wording", "number"),
    [
        ("cinquantotto", 58),
        ("centottanta", 180),
        ("tweehonderddrieëntwintig", 223),
        ("achtenvijftig soldaten", 58),
        ("trettiofem", 35),
        ("ettusen femhundra", 1500),
        ("femtiåtte", 58),
        ("åtte og femti", 58),
        ("otteoghalvtreds", 58),
        ("tres dræbte", 60),
        ("kolmekymmentäyksi", 31),
        ("pięćdziesięciu ośmiu żołnierzy", 58),
        ("dwa tysiące pięćset", 2500),
        ("osmapadesát", 58),
        ("padesát osm", 58),
        ("dvě stě", 200),
        ("dvestopäťdesiatosem", 258),
        ("trideset", 30),
        ("sto pedeset i osam", 158),
        ("dvije tisuće", 2000),
        ("педесет осам", 58),
        ("dvainpetdeset", 52),
        ("cincizeci și opt", 58),
        ("cincizeci de mii", 50_000),
        ("kétezer-ötszáz", 2500),
        ("huszonegy", 21),
        ("pesëdhjetë e tetë", 58),
        ("njëqind e pesëdhjetë", 150),
        ("əlli səkkiz", 58),
        ("yüz əlli", 150),
        ("sed û pêncî û heşt", 158),
        ("năm mươi tám", 58),
        ("một trăm linh năm", 105),
        ("lima puluh delapan", 58),
        ("dua ratus lima puluh ribu", 250_000),
        ("limampu't walo", 58),
        ("dalawang daan at limampu", 250),
        ("mia mbili hamsini na nane", 258),
        ("elfu mbili mia tano", 2500),
        ("siddeed iyo konton", 58),
        ("laba boqol iyo konton", 250),
        ("ɗari biyu da hamsin da takwas", 258),
        ("goma sha biyu", 12),
        ("петдесет и осем", 58),
        ("двеста и петдесет", 250),
        ("педесет и осум", 58),
        ("пяцьдзясят восем", 58),
        ("елу сегіз", 58),
        ("ογδόντα", 80),
        ("διακόσιοι πενήντα οκτώ", 258),
        ("δύο χιλιάδες πεντακόσιοι", 2500),
        ("հիսունութ", 58),
        ("երկու հարյուր հիսուն", 250),
        ("ორმოცდათვრამეტი", 58),
        ("ორი ათას ხუთასი", 2500),
        ("اته پنځوس", 58),
        ("دوه سوه او پنځوس", 250),
        ("अन्ठाउन्न", 58),
        ("एक सय पचास", 150),
        ("আটান্ন", 58),
        ("ஐம்பத்தெட்டு", 58),
        ("நூற்று ஐம்பது", 150),
        ("පනස්අට", 58),
        ("දෙසිය පනහ", 250),
        ("ငါးဆယ့်ရှစ်", 58),
        ("ห้าสิบแปดคน", 58),
        ("หนึ่งหมื่นสองพัน", 12_000),
        ("ហាសិបប្រាំបី", 58),
        ("ពីររយហាសិប", 250),
        ("오십팔 명", 58),
        ("쉰여덟 명", 58),
        ("삼만 오천", 35_000),
        ("五十八人", 58),
        ("ሓምሳን ሸሞንተን", 58),
        ("ሚእቲ", 100),
        ("ארבעת אלפים", 4000),
        ("два мільйони", 2_000_000),
    ],
)
def test_number_words_of_many_languages(wording: str, number: int) -> None:
    assert exact(wording) == number


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("almeno 20", 20, None),
        ("minst 58", 58, None),
        ("58 eller fler", 58, None),
        ("co najmniej 20", 20, None),
        ("barem 20 vojnika", 20, None),
        ("od 20 do 30", 20, 30),
        ("između 20 i 30 vojnika", 20, 30),
        ("więcej niż pięćdziesiąt", 51, None),
        ("până la 50", 0, 50),
        ("ít nhất 58 người", 58, None),
        ("lebih dari seratus", 101, None),
        ("τουλάχιστον 58", 58, None),
        ("δεκάδες", 10, 99),
        ("desetine vojnika", 10, 99),
        ("stotine hiljada", 100_000, 999_999),
        ("적어도 20명", 20, None),
        ("58명 이상", 58, None),
        ("수십 명", 10, 99),
        ("อย่างน้อย 58 คน", 58, None),
        ("少なくとも58人", 58, None),
        ("30人未満", 0, 29),
        ("3 tusen", 3000, 3000),
        ("ingen soldater", 0, 0),
    ],
)
def test_hedges_of_many_languages(wording: str, low: int, high: int | None) -> None:
    read = read_quantity(wording)
    assert (read.outer.low, read.outer.high) == (low, high)


def test_words_made_by_another_program_are_read_back() -> None:
    beside = [(language, number, f"{words} {NOUNS.get(language, '')}".strip()) for language, number, words in oracle()]
    assert [case for case in beside if exact(case[2]) != case[1]] == []


def test_words_alone_are_read_back_or_refused_but_never_misread() -> None:
    misread = {words: exact(words) for _, number, words in oracle() if exact(words) not in (number, None)}
    assert misread == {"tres": 3}


@pytest.mark.parametrize("language", WIDER)
def test_every_number_word_beside_a_noun_is_read_as_its_value(language: str) -> None:
    words = data("claims", f"numbers/{language}.yaml")["words"]
    assert {word: value for word, value in words.items() if exact(f"{word} {NOUNS[language]}") != value} == {}


@pytest.mark.parametrize("language", WIDER)
def test_every_hedge_beside_a_noun_is_read(language: str) -> None:
    content, noun = data("claims", f"numbers/{language}.yaml"), NOUNS[language]
    wordings = [f"{phrase} 7 {noun}" for group in content["before"].values() for phrase in group]
    wordings += [f"7 {phrase} {noun}" for group in content["after"].values() for phrase in group]
    assert [wording for wording in wordings if read_quantity(wording).form == "exact"] == []


def test_no_two_languages_give_one_word_different_numbers() -> None:
    values: dict[str, dict[int, set[str]]] = {}
    for language in [*languages(), *WIDER]:
        for word, value in numbers_of(language).items():
            values.setdefault(" ".join(map(fold, word.split())), {}).setdefault(value, set()).add(language)
    assert {word: found for word, found in values.items() if len(found) > 1} == COLLISIONS


def test_a_word_with_two_values_is_told_apart_by_its_letters() -> None:
    assert exact("šest") == exact("šesť") == 6
    assert exact("şêst") == exact(normalize("NFD", "şêst")) == 60
    read = read_quantity("sest")
    assert (read.form, read.outer.low, read.outer.high) == ("range", 6, 60)


def test_common_words_of_other_languages_are_no_numbers() -> None:
    assert [word for word in sorted(ambiguous_words()) if exact(word) is not None] == []


@pytest.mark.parametrize("wording", ["to", "fire", "pet", "sex", "hat", "Lima", "Otto", "fire million", "sexton"])
def test_an_english_word_or_a_name_alone_is_no_number_of_another_language(wording: str) -> None:
    with pytest.raises(QuantityError):
        read_quantity(wording)


@given(number=st.integers(0, 10**6), noun=st.sampled_from(sorted(NOUNS.values())))
def test_digits_beside_a_noun_of_any_language_are_those_digits(number: int, noun: str) -> None:
    assert exact(f"{number} {noun}") == number


@given(st.sampled_from(sorted(NOUNS)), st.lists(st.integers(1, 9), min_size=2, max_size=2))
def test_two_numbers_in_any_language_are_not_one(language: str, pair: list[int]) -> None:
    with pytest.raises(QuantityError):
        read_quantity(f"{pair[0]} {NOUNS[language]} {pair[1]}")


def test_a_duration_in_another_language_is_no_count() -> None:
    for wording in ("12 timmar", "tolv timmar", "12 dagen", "12 godzin", "δώδεκα ώρες", "12 ชั่วโมง"):
        with pytest.raises(QuantityError, match="duration"):
            read_quantity(wording)


@pytest.mark.parametrize("wording", ["58 Afar", "58 Ngan", "58 武裝分子", "58 Alawites", "58 undue"])
def test_a_name_after_digits_is_still_a_name(wording: str) -> None:
    assert exact(wording) == 58


def test_swahili_tens_of_thousands_with_units_are_not_guessed() -> None:
    assert exact("elfu ishirini na tano") is None


def test_english_and_digits_load_no_other_language() -> None:
    code = (
        "from claims.quantity import read_quantity\n"
        "from claims.phrases.lexicon import lexicon\n"
        "for text in ('58', '1,200', 'at least 58', 'fifty-eight soldiers', 'between 20 and 30 people'):\n"
        "    read_quantity(text)\n"
        "print(lexicon.cache_info().currsize)"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert int(printed) <= 2


def test_lexicons_exist_for_every_language_of_the_index() -> None:
    assert {name for name in [*languages(), *WIDER] if not lexicon(name).vocabulary} == set()
