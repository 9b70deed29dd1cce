"""A worded count becomes an interval: every row of the plain policy, many wordings, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claims.phrases.scan import find_phrases
from claims.quantity import Interval, QuantityError, check_wording, from_bounds, policy_names, read_quantity

OPEN = None
COUNTS = st.integers(min_value=0, max_value=10**6)


def outer(wording: str, policy: str = "plain") -> tuple[int, int | None]:
    read = read_quantity(wording, policy).outer
    return read.low, read.high


def core(wording: str) -> tuple[int, int | None]:
    read = read_quantity(wording).core
    return read.low, read.high


CONTRACT: dict[str, list[tuple[str, int, int | None]]] = {
    "N unhedged": [("58", 58, 58), ("40", 40, 40), ("2,000", 2000, 2000)],
    "at least N": [
        ("at least 58", 58, OPEN),
        ("no fewer than 58", 58, OPEN),
        ("58 or more", 58, OPEN),
        ("58+", 58, OPEN),
    ],
    "more than N": [
        ("more than 200", 201, OPEN),
        ("over 200", 201, OPEN),
        ("upwards of 200", 201, OPEN),
        ("exceeding 200", 201, OPEN),
    ],
    "up to N": [
        ("up to 150", 0, 150),
        ("as many as 150", 0, 150),
        ("at most 150", 0, 150),
        ("no more than 150", 0, 150),
    ],
    "fewer than N": [
        ("fewer than 5", 0, 4),
        ("less than 5", 0, 4),
        ("under 5", 0, 4),
        ("below 5", 0, 4),
        ("under 1", 0, 0),
    ],
    "about N": [
        ("about 7", 5, 9),
        ("around 7", 5, 9),
        ("some 7", 5, 9),
        ("roughly 7", 5, 9),
        ("approximately 7", 5, 9),
        ("~7", 5, 9),
        ("about 40", 32, 48),
        ("about 1", 0, 2),
        ("about 5", 4, 6),
    ],
    "nearly N": [("nearly 40", 32, 40), ("almost 40", 32, 40), ("close to 7", 5, 7)],
    "N to M": [("100 to 300", 100, 300), ("between 6,000 and 6,500", 6000, 6500), ("5-7", 5, 7)],
    "one": [("a", 1, 1), ("one", 1, 1), ("a named person", 1, 1)],
    "couple and dozen": [("a couple", 2, 2), ("half a dozen", 6, 6), ("a dozen", 12, 12)],
    "a few": [("a few", 2, 9), ("several", 2, 9), ("a handful", 2, 9)],
    "collective words": [
        ("tens", 10, 99),
        ("dozens", 12, 99),
        ("scores", 20, OPEN),
        ("hundreds", 100, 999),
        ("thousands", 1000, 9999),
    ],
    "some": [
        ("some", 2, OPEN),
        ("many", 2, OPEN),
        ("a number of", 2, OPEN),
        ("numerous", 2, OPEN),
        ("soldiers", 2, OPEN),
        ("women and children", 2, OPEN),
    ],
    "none": [("no soldiers", 0, 0), ("none", 0, 0), ("zero", 0, 0), ("nobody", 0, 0), ("0", 0, 0)],
    "none reported": [("none reported", 0, OPEN), ("no reports of", 0, OPEN)],
    "not counted": [("", 1, OPEN), ("  ", 1, OPEN), ("?", 1, OPEN)],
    "uncertain whether": [("uncertain whether 1", 0, 1), ("unclear whether 12", 0, 12)],
}


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [pytest.param(*case, id=f"{row}: {case[0]}") for row, cases in CONTRACT.items() for case in cases],
)
def test_every_row_of_the_plain_policy(wording: str, low: int, high: int | None) -> None:
    assert outer(wording) == (low, high)


@pytest.mark.parametrize(
    ("wording", "low", "high", "form"),
    [
        ("58 (revised)", 58, 58, "exact"),
        ("58 [1]", 58, 58, "exact"),
        ("58.0", 58, 58, "exact"),
        ("007", 7, 7, "exact"),
        ("12, including three children", 12, 12, "exact"),
        ("12 people, three of them children", 12, 12, "exact"),
        ("a family of five", 5, 5, "exact"),
        ("both soldiers", 2, 2, "exact"),
        ("two dozen", 24, 24, "exact"),
        ("a total of 58", 58, 58, "exact"),
        ("1.5k", 1500, 1500, "exact"),
        ("over a hundred", 101, OPEN, "more than"),
        ("more than a dozen", 13, OPEN, "more than"),
        ("20 plus", 20, OPEN, "at least"),
        ("58 people or more", 58, OPEN, "at least"),
        ("≥ 20", 20, OPEN, "at least"),
        ("> 20", 21, OPEN, "more than"),
        ("30 to 40 or more", 30, OPEN, "at least"),
        ("50, possibly more", 50, OPEN, "at least"),
        ("up to 50, maybe more", 0, OPEN, "at least"),
        ("at least about 20", 16, OPEN, "at least"),
        ("at least several dozen", 24, OPEN, "at least"),
        ("up to several hundred", 0, 999, "up to"),
        ("about 20 to 30", 16, 36, "about"),
        ("20-odd", 16, 29, "about"),
        ("c. 20", 16, 24, "about"),
        ("a dozen or so", 9, 15, "about"),
        ("just over 200", 201, 240, "about"),
        ("just under 200", 160, 199, "nearly"),
        ("5–7", 5, 7, "range"),
        ("23 or 24", 23, 24, "range"),
        ("0 to 1", 0, 1, "range"),
        ("2 to 3 million", 2_000_000, 3_000_000, "range"),
        ("two or three hundred", 200, 300, "range"),
        ("between two hundred and three hundred", 200, 300, "range"),
        ("50 to more than 100", 50, OPEN, "range"),
        ("more than 50 but fewer than 100", 51, 99, "range"),
        ("at least 19 and as many as 21", 19, 21, "range"),
        ("high twenties", 25, 29, "range"),
        ("several dozen", 24, 119, "vague"),
        ("several hundred", 200, 999, "vague"),
        ("tens of thousands", 10_000, 99_999, "vague"),
        ("hundreds of thousands", 100_000, 999_999, "vague"),
        ("dozens, perhaps hundreds", 12, 999, "vague"),
        ("a group of soldiers", 2, OPEN, "vague"),
        ("some insurgents", 2, OPEN, "vague"),
        ("a large number", 2, OPEN, "vague"),
        ("countless", 2, OPEN, "vague"),
        ("significant", 2, OPEN, "vague"),
        ("at least 50, possibly 70", 50, OPEN, "at least"),
        ("at least two and possibly three", 2, OPEN, "at least"),
        ("50 (possibly 70)", 50, 70, "range"),
        ("no casualties were reported", 0, OPEN, "none reported"),
        ("no one", 0, 0, "none"),
        ("an unknown number of civilians", 1, OPEN, "uncounted"),
        ("unknown", 0, OPEN, "uncertain"),
        ("uncertain", 0, OPEN, "uncertain"),
    ],
)
def test_wordings(wording: str, low: int, high: int | None, form: str) -> None:
    read = read_quantity(wording)
    assert (read.outer.low, read.outer.high, read.form, read.wording) == (low, high, form, wording)


@pytest.mark.parametrize(
    ("wording", "low", "high", "form"),
    [
        ("100s", 100, 999, "vague"),
        ("1000s of people", 1000, 9999, "vague"),
        ("10s", 10, 99, "vague"),
        ("10s of thousands", 10_000, 99_999, "vague"),
        ("low 20s", 20, 24, "range"),
        ("single digits", 0, 9, "vague"),
        ("double digits", 10, 99, "vague"),
        ("in the hundreds", 100, 999, "vague"),
        ("low hundreds", 100, 499, "vague"),
        ("in the high thousands", 5000, 9999, "vague"),
        ("58ish", 46, 70, "about"),
        ("3 mn", 3_000_000, 3_000_000, "exact"),
        ("2 mln", 2_000_000, 2_000_000, "exact"),
        ("2 to 3mln", 2_000_000, 3_000_000, "range"),
    ],
)
def test_magnitudes_and_tails_on_the_digits(wording: str, low: int, high: int, form: str) -> None:
    read = read_quantity(wording)
    assert (read.outer, read.form) == (Interval(low, high), form)


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("(at least) 20", 20, OPEN),
        ("20 (at least)", 20, OPEN),
        ("20 soldiers (more than)", 21, OPEN),
        ("(some) 20", 16, 24),
        ("20 (about)", 16, 24),
        ("20 [approx]", 16, 24),
        ("20 (possibly)", 0, 20),
        ("50 (possibly 70)", 50, 70),
        ("20 (including 8 children)", 20, 20),
        ("20 (8 of them children)", 20, 20),
        ("20 (up from 15)", 20, 20),
        ("58 [3]", 58, 58),
        ("58[30]", 58, 58),
        ("58 [c]", 58, 58),
        ("58 [note 3]", 58, 58),
        ("58 (12 October 2024)", 58, 58),
        ("58 (according to one source)", 58, 58),
        ("58 (25% of them)", 58, 58),
        ("seven (7)", 7, 7),
        ("at least 20 (twenty)", 20, OPEN),
    ],
)
def test_brackets_that_do_not_hold_another_count(wording: str, low: int, high: int | None) -> None:
    assert outer(wording) == (low, high)


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("possibly 20", 0, 20),
        ("perhaps as many as 20", 0, 20),
        ("probably more than 20", 0, OPEN),
        ("возможно, 20", 0, 20),
        ("talvez 20", 0, 20),
        ("reportedly 20", 20, 20),
        ("an estimated 20", 16, 24),
        ("rose to 20", 20, 20),
        ("death toll has risen to over 20", 21, OPEN),
        ("now 20", 20, 20),
        ("'20'", 20, 20),
        ("‘at least 20’ killed", 20, OPEN),
        ("12 killed, toll may rise", 12, OPEN),
        ("20, rising", 20, OPEN),
        ("20 (and rising)", 20, OPEN),
        ("20 killed in rising violence", 20, 20),
        ("estimates range from 20 to 40", 20, 40),
        ("1.5-2 million", 1_500_000, 2_000_000),
        ("between 0.5 and 1.5 million", 500_000, 1_500_000),
        ("1.5 to two million", 1_500_000, 2_000_000),
        ("men and their families", 2, OPEN),
    ],
)
def test_words_of_doubt_and_of_change_around_a_count(wording: str, low: int, high: int | None) -> None:
    assert outer(wording) == (low, high)


@pytest.mark.parametrize("wording", ["cerca de 20", "cerca de 20 soldados"])
def test_a_wording_of_two_languages_covers_both(wording: str) -> None:
    read = read_quantity(wording)
    assert (read.outer, read.form, read.number) == (Interval(16, 24), "about", 20)


@pytest.mark.parametrize(
    "wording", ["kein", "keine Toten", "keiner", "keinen", "keins", "kein einziger", "keinerlei Opfer"]
)
def test_german_words_for_none_are_not_joined_number_words(wording: str) -> None:
    read = read_quantity(wording)
    assert (read.outer, read.form) == (Interval(0, 0), "none")


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("at least 8", 8, 24),
        ("more than a dozen", 13, 24),
        ("up to 27", 14, 27),
        ("fewer than 5", 3, 4),
        ("fewer than 1", 0, 0),
        ("about 7", 6, 8),
        ("nearly 7", 6, 7),
        ("several", 3, 9),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("several hundred", 300, 999),
        ("none reported", 0, 0),
        ("at least 50, possibly 70", 50, 70),
        ("58", 58, 58),
        ("", 1, OPEN),
    ],
)
def test_the_core_is_what_a_fair_reader_expects(wording: str, low: int, high: int | None) -> None:
    assert core(wording) == (low, high)


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("au moins 12", 12, OPEN),
        ("plus d'une centaine", 101, OPEN),
        ("une centaine", 80, 120),
        ("200 au plus", 0, 200),
        ("des dizaines de milliers", 10_000, 99_999),
        ("entre cent et trois cents", 100, 300),
        ("más de 200", 201, OPEN),
        ("200 o más", 200, OPEN),
        ("ninguno", 0, 0),
        ("desde 20 hasta 30", 20, 30),
        ("20 hasta 30", 20, 30),
        ("de 20 até 30", 20, 30),
        ("von 20 bis zu 30", 20, 30),
        ("7 ou mais", 7, OPEN),
        ("pelo menos vinte e três", 23, OPEN),
        ("mindestens 8", 8, OPEN),
        ("zwischen 20 und 30 Soldaten", 20, 30),
        ("en az 58", 58, OPEN),
        ("58'den fazla", 59, OPEN),
        ("не менее 58", 58, OPEN),
        ("более двухсот", 201, OPEN),
        ("от 20", 20, OPEN),
        ("от 20 до 30", 20, 30),
        ("от двадцати до тридцати человек", 20, 30),
        ("десятки", 10, 99),
        ("щонайменше 58", 58, OPEN),
        ("أكثر من 200", 201, OPEN),
        ("ما لا يقل عن 58", 58, OPEN),
        ("بین بیست و سی", 20, 30),
        ("بیش از ۲۰۰", 201, OPEN),
        ("کم از کم 58", 58, OPEN),
        ("200 سے زائد", 201, OPEN),
        ("58 से अधिक", 59, OPEN),
        ("कम से कम ५८", 58, OPEN),
        ("יותר מ-200", 201, OPEN),
        ("לפחות 58", 58, OPEN),
        ("至少58", 58, OPEN),
        ("58人", 58, 58),
        ("58人以上", 58, OPEN),
        ("100至300人", 100, 300),
        ("数百人", 100, 999),
        ("ቢያንስ 58", 58, OPEN),
        ("ከ200 በላይ", 201, OPEN),
    ],
)
def test_hedges_in_other_languages(wording: str, low: int, high: int | None) -> None:
    assert outer(wording) == (low, high)


@pytest.mark.parametrize(
    ("wording", "says"),
    [
        ("-5", "cannot be negative; write 5, 'at least 5', or leave the cell empty"),
        ("−3", "cannot be negative"),
        ("at least -5", "cannot be negative"),
        ("minus 5", "cannot be negative"),
        ("2.5", "fraction"),
        ("1.2", "fraction"),
        ("12,34", "fraction"),
        ("300 to 100", "smaller number first"),
        ("1000000001", "above 1,000,000,000"),
        ("5 billion", "above 1,000,000,000"),
        ("12.10.2025", "no way of writing a number"),
        ("58 killed, 12 wounded", "more than one count"),
        ("a soldier and a civilian", "more than one count"),
        ("58 of 100", "more than one count"),
        ("48 hours", "duration"),
        ("2 m", "share"),
        ("58%", "share"),
        ("no further casualties", "does not say that there were none"),
        ("under 0", "nothing is fewer than 0"),
        ("at least 50 but fewer than 20", "check the two numbers"),
        ("58?", "question mark"),
        ("lots of bananas?", "question mark"),
        ("asdf", "not a count that can be read"),
        ("a gaggle of xyz", "how many"),
        ("12 horas", "duration"),
        ("12 soldados y tres civiles", "more than one count"),
        ("zwanzig Prozent", "share"),
        ("58 કે તેથી વધુ", "in no language that is read"),
        ("mažiausiai 20", "words before the number ('maziausiai') are not known"),
        ("að minnsta kosti 20", "words before the number"),
        ("ઓછામાં ઓછા 20", "words before the number"),
        ("0 (at least 12 according to hospital)", "the brackets hold 12"),
        ("0 (dozens according to hospital)", "the brackets hold dozens"),
        ("20 (30)", "the brackets hold 30"),
        ("20 [30]", "the brackets hold 30"),
        ("5 [8]", "the brackets hold 8"),
        ("seven (8)", "the brackets hold 8"),
        ("100 (±20)", "the brackets hold 20"),
        ("58xyz", "'xyz' joined to the digits is not known"),
        ("58a", "'a' joined to the digits is not known"),
        ("1,0000", "no way of writing a number"),
        ("mn", "not a count that can be read"),
        ("kiki", "not a count that can be read"),
        ("a man and his wife", "more than one count"),
        ("a mother and child", "more than one count"),
        ("58 " + "very " * 60, "too long"),
        ("\u0301", "not a count that can be read"),
        ("\u0301 58", "the words before the number"),
    ],
)
def test_what_is_not_one_count_is_refused_with_a_remedy(wording: str, says: str) -> None:
    with pytest.raises(QuantityError) as caught:
        check_wording(wording)
    assert says in str(caught.value)
    assert wording[:20].strip() in str(caught.value)


def test_the_wording_check_returns_the_stripped_text() -> None:
    assert check_wording("  at least 58\t") == "at least 58"


def test_open_words_stay_open_ended_where_a_policy_codes_one_figure() -> None:
    read = read_quantity("at least 58", "gtd")
    assert (read.outer, read.open_ended) == (Interval(58, 58), True)


@pytest.mark.parametrize(
    ("wording", "low", "high"), [("40", 35, 44), ("200", 150, 249), ("2,500", 2450, 2549), ("23", 23, 23)]
)
def test_a_round_number_stands_for_half_a_unit_either_way(wording: str, low: int, high: int) -> None:
    assert read_quantity(wording).rounding == Interval(low, high)


@pytest.mark.parametrize(
    ("bounds", "wording", "expected", "number"),
    [
        ((1, 4, 2), "1 to 4 (best 2)", (1, 4), 2),
        ((1, 4, None), "1 to 4", (1, 4), None),
        ((3, None, None), "at least 3", (3, OPEN), 3),
        ((None, 7, None), "up to 7", (0, 7), 7),
        ((None, None, 5), "5", (5, 5), 5),
        ((2, 2, 2), "2", (2, 2), 2),
        ((1, None, 2), "at least 1 (best 2)", (1, OPEN), 2),
        ((None, None, None), "", (1, OPEN), None),
        ((0, 0, 0), "0", (0, 0), 0),
    ],
)
def test_bounds_given_as_numbers(
    bounds: tuple[int | None, int | None, int | None], wording: str, expected: tuple[int, int | None], number: int
) -> None:
    read = from_bounds(*bounds)
    assert (read.wording, (read.outer.low, read.outer.high), read.number) == (wording, expected, number)
    assert read_quantity(read.wording).outer == read.outer


@pytest.mark.parametrize(
    ("bounds", "says"),
    [
        ((4, 1, None), "swap the two"),
        ((1, 4, 7), "best 7 is outside"),
        ((-1, None, None), "cannot be negative"),
        ((None, 10**9 + 1, None), "above"),
        ((True, None, None), "not a whole number"),
    ],
)
def test_bounds_that_cannot_be_are_refused(bounds: tuple[int | None, int | None, int | None], says: str) -> None:
    with pytest.raises(QuantityError, match=says):
        from_bounds(*bounds)


HEDGES = ["at least {}", "up to {}", "about {}", "nearly {}", "{} or so", "{}-odd", "uncertain whether {}"]


@given(number=COUNTS, hedge=st.sampled_from(HEDGES), policy=st.sampled_from(policy_names()))
def test_a_hedge_only_widens(number: int, hedge: str, policy: str) -> None:
    assert read_quantity(hedge.format(number), policy).outer.encloses(Interval(number, number))


@given(smaller=COUNTS, larger=COUNTS, hedge=st.sampled_from([*HEDGES, "more than {}", "fewer than {}"]))
def test_a_larger_number_never_lowers_a_bound(smaller: int, larger: int, hedge: str) -> None:
    assume(smaller < larger and not (hedge.startswith("fewer") and smaller == 0) and "odd" not in hedge)
    low, high = read_quantity(hedge.format(smaller)).outer, read_quantity(hedge.format(larger)).outer
    assert low.low <= high.low
    assert low.high is None or (high.high is not None and low.high <= high.high)


@given(low=COUNTS, high=COUNTS, wider=COUNTS)
def test_a_wider_range_encloses_the_narrower(low: int, high: int, wider: int) -> None:
    assume(low <= high)
    narrow, wide = read_quantity(f"{low} to {high}"), read_quantity(f"{low} to {high + wider}")
    assert wide.outer.encloses(narrow.outer)


VOCABULARY = """
    at least more than up to about nearly between and or possibly no none several dozens hundred thousand two twenty
    a 5 12 1,200 2.5 -3 ~ + - – ( ) , ? % of people killed soldiers unknown reported mil horas десятки 至少 人 أكثر من
"""
WORDS = st.sampled_from(sorted(set(VOCABULARY.split())))


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join)), st.sampled_from(policy_names()))
def test_any_text_is_read_or_refused_and_the_core_lies_in_the_outer(text: str, policy: str) -> None:
    try:
        read = read_quantity(text, policy)
    except QuantityError:
        return
    assert read.outer.encloses(read.core)


def test_phrases_are_found_in_running_text_with_their_offsets() -> None:
    text = "One side said 23 soldiers died; the other, at least 58 dead, dozens of posts and 2 to 3 million rupees."
    found = [(text[phrase.start : phrase.end], type(phrase.reading).__name__) for phrase in find_phrases(text)]
    assert found == [
        ("One", "Exact"),
        ("23", "Exact"),
        ("at least 58", "Hedged"),
        ("dozens of", "Term"),
        ("2 to 3 million", "Span"),
    ]


@pytest.mark.parametrize(("text", "phrase"), [("it is - about various things", "various"), ("c. " * 900 + "5", "5")])
def test_marks_and_stacked_hedges_are_no_phrases(text: str, phrase: str) -> None:
    assert [text[found.start : found.end] for found in find_phrases(text)][-1].endswith(phrase)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_found_phrases_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for phrase in find_phrases(text):
        assert last <= phrase.start < phrase.end <= len(text)
        last = phrase.end


@pytest.mark.parametrize("wording", ["about lots", "from 20"])
def test_one_count_behind_words_that_are_not_known_is_not_called_two(wording: str) -> None:
    with pytest.raises(QuantityError) as refused:
        read_quantity(wording)
    assert "more than one count" not in str(refused.value)
    assert "write" in str(refused.value)
