from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.levels import Level, Shortfall, exact, level
from data.framework import framework, years
from data.framework.files import read_part
from tests.catalogues import hold_parts
from tests.readings import standing_of

COLLEGE = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip

scores = st.integers(0, 10000).map(lambda hundredths: Decimal(hundredths) / 100)
instrument_scores = st.fixed_dictionaries({"IIT": scores, "EIT": scores, "OIT": scores})


def each(score):
    return {"IIT": score, "EIT": score, "OIT": score}


def test_a_year_without_known_indicators_has_no_means():
    read = standing_of(2563, indicators=COLLEGE)
    assert (read.instruments, read.total) == ({}, None)


def test_a_score_is_taken_as_the_number_that_was_published():
    assert exact(84.1) == Decimal("84.1")
    assert exact(85) == Decimal(85)


@pytest.mark.parametrize("score", [float("nan"), float("inf")])
def test_a_score_that_is_no_number_is_a_mistake_of_the_caller(score):
    with pytest.raises(ValueError, match=str(score)):
        exact(score)


@pytest.mark.parametrize(
    ("total", "name", "rank"),
    [
        (100, "ผ่านดีเยี่ยม", 1),
        (95, "ผ่านดีเยี่ยม", 1),
        (94.999, "ผ่านดี", 2),
        (85, "ผ่านดี", 2),
        (84.995, "ต้องปรับปรุง", 4),
        (70, "ต้องปรับปรุง", 4),
        (69.99, "ต้องปรับปรุงโดยด่วน", 5),
        (0, "ต้องปรับปรุงโดยด่วน", 5),
    ],
)
def test_a_level_begins_exactly_at_its_border(total, name, rank):
    read = standing_of(2568, total=total, instruments=each(total))
    assert read.level == Level(name, certain=True, rank=rank)
    assert level(exact(total), {}, framework(2568)).rank <= rank


@pytest.mark.parametrize(
    ("total", "letter"),
    [
        (100, "AA"), (95, "AA"), (94.999, "A"), (85, "A"), (84.995, "B"), (75, "B"), (70, "C"),
        (65, "C"), (55, "D"), (54.99, "E"), (50, "E"), (49.99, "F"), (0, "F"),
    ],
)  # fmt: skip
def test_the_letters_of_2565_need_only_the_total(total, letter):
    reached = standing_of(2565, total=total).level
    assert (reached.name, reached.certain) == (letter, True)


def test_a_lower_total_can_be_a_better_level():
    audit_2567 = standing_of(2567, total=92.43, instruments={"IIT": 90, "EIT": 86.5, "OIT": 98.7})
    audit_2568 = standing_of(2568, total=94.64, instruments={"IIT": 95, "EIT": 84.10, "OIT": 100})
    assert (audit_2567.level.name, audit_2568.level.name) == ("ผ่านดี", "ผ่าน")


def test_the_instrument_below_the_border_is_what_blocks():
    read = standing_of(2568, total=94.64, instruments={"IIT": 95, "EIT": 84.10, "OIT": 100})
    (blocked,) = read.blocks
    assert blocked == Shortfall("EIT", Decimal("84.1"), Decimal(85))
    assert blocked.gap == Decimal("0.90")
    assert read.next_level.name == "ผ่านดี"


def test_what_blocks_is_told_total_first_then_by_instrument():
    read = standing_of(2568, total=90, instruments={"OIT": 94, "EIT": 88, "IIT": 96})
    assert [(one.code, one.gap) for one in read.blocks] == [
        ("total", Decimal(5)),
        ("EIT", Decimal(7)),
        ("OIT", Decimal(1)),
    ]


def test_a_score_of_an_instrument_that_the_year_does_not_have_is_left_aside():
    read = standing_of(2568, total=97, instruments=each(96) | {"XIT": 0})
    assert read.level.name == "ผ่านดีเยี่ยม"


def test_below_the_border_only_the_total_counts():
    read = standing_of(2568, total=80, instruments=each(80))
    assert [(one.code, one.needed) for one in read.blocks] == [("total", Decimal(85))]


def test_nothing_blocks_the_best_level():
    read = standing_of(2568, total=97, instruments=each(96))
    assert (read.blocks, read.next_level) == ((), None)


@pytest.mark.parametrize("total", [85, 96, 100])
def test_without_instruments_a_good_total_is_a_pass_or_better(total):
    read = standing_of(2568, total=total)
    assert read.level == Level("ผ่าน", certain=False, rank=3)
    assert (read.next_level.name, [one.code for one in read.blocks]) == ("ผ่านดี", [])


def test_without_instruments_a_total_below_the_border_is_certain():
    assert standing_of(2568, total=84.99).level == Level("ต้องปรับปรุง", certain=True, rank=4)


def test_one_low_instrument_settles_it_even_when_others_are_missing():
    settled = standing_of(2568, total=90, instruments={"EIT": 84.99})
    still_open = standing_of(2568, total=90, instruments={"EIT": 85})
    assert settled.level == Level("ผ่าน", certain=True, rank=3)
    assert still_open.level == Level("ผ่าน", certain=False, rank=3)


def test_without_a_total_there_is_no_level():
    read = standing_of(2568, instruments={"IIT": 90, "EIT": 90})
    assert (read.level, read.next_level, read.blocks) == (None, None, ())


@given(total=scores, instruments=instrument_scores, year=st.sampled_from(years()))
def test_every_score_has_a_level(total, instruments, year):
    reached = level(total, instruments, framework(year))
    assert framework(year).level_rules[reached.rank - 1].name == reached.name


@given(
    total=scores,
    instruments=instrument_scores,
    better=scores,
    code=st.sampled_from(["total", "IIT", "EIT", "OIT"]),
    year=st.sampled_from(years()),
)
def test_a_better_score_never_gives_a_worse_level(total, instruments, better, code, year):
    before = level(total, instruments, framework(year))
    if code == "total":
        after = level(max(total, better), instruments, framework(year))
    else:
        risen = instruments | {code: max(instruments[code], better)}
        after = level(total, risen, framework(year))
    assert after.rank <= before.rank


def test_another_year_with_other_rules_needs_no_code():
    text = (
        """
year = 2570
target = 90
instruments = [
{code = "IIT", letter = "i", name = "ก", respondents = "ก", weight = 0.25, evidence = "confirmed"},
{code = "EIT", letter = "e", name = "ข", respondents = "ข", weight = 0.25, evidence = "confirmed"},
{code = "OIT", letter = "o", name = "ค", respondents = "ค", weight = 0.50, evidence = "confirmed"},
]
indicators = [
"""
        + "\n".join(
            f'    {{ number = {number}, instrument = "{code}", evidence = "unknown" }},'
            for number, code in enumerate(["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 3, start=1)
        )
        + """
]
levels = [
    { name = "ทอง", total_from = 90, each_from = 80, evidence = "confirmed" },
    { name = "เงิน", total_from = 60, each_from = 60, evidence = "confirmed" },
    { name = "อื่น", total_from = 0, evidence = "confirmed" },
]
"""
    )
    hold_parts(read_part("2570.toml", text.encode()).part)
    indicators = dict.fromkeys(range(1, 6), 80.0) | dict.fromkeys(range(6, 9), 79.5)
    indicators |= {9: 100.0, 10: 100.0, 11: 97.0}
    read = standing_of(2570, indicators=indicators)
    assert read.instruments == {"IIT": 80.0, "EIT": 79.5, "OIT": 99.0}
    assert (read.recomputed, read.total) == (Decimal("89.375"), 89.38)
    assert read.level == Level("เงิน", certain=True, rank=2)
    assert [(one.code, one.gap) for one in read.blocks] == [
        ("total", Decimal("0.62")),
        ("EIT", Decimal("0.5")),
    ]
    assert standing_of(2570, total=90).level == Level("อื่น", certain=False, rank=3)
