from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.levels import (
    Level,
    Shortfall,
    blocks,
    exact,
    instrument_means,
    level,
    next_level,
    recomputed_total,
)
from data.framework import framework, years

COLLEGE = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip

scores = st.integers(0, 10000).map(lambda hundredths: hundredths / 100)
instrument_scores = st.fixed_dictionaries({"IIT": scores, "EIT": scores, "OIT": scores})
some_instrument_scores = st.fixed_dictionaries(
    {}, optional={"IIT": scores, "EIT": scores, "OIT": scores}
)


def each(score):
    return {"IIT": score, "EIT": score, "OIT": score}


def test_the_means_of_a_published_report_come_out_exactly():
    means = instrument_means(COLLEGE, framework(2568))
    assert means == {"IIT": Decimal("75.404"), "EIT": Decimal("80.350"), "OIT": Decimal(100)}


def test_the_total_of_a_published_report_comes_out_exactly():
    instruments = {"IIT": 75.404, "EIT": 80.350, "OIT": 100}
    assert recomputed_total(instruments, framework(2568)) == Decimal("86.7262")


def test_an_instrument_with_a_missing_indicator_has_no_mean():
    held = {number: score for number, score in COLLEGE.items() if number != 7}
    assert set(instrument_means(held, framework(2568))) == {"IIT", "OIT"}


def test_a_year_without_known_indicators_has_no_means():
    assert instrument_means(COLLEGE, framework(2563)) == {}


def test_a_total_with_a_missing_instrument_is_not_computed():
    assert recomputed_total({"IIT": 90, "EIT": 90}, framework(2568)) is None


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
    assert level(total, each(total), framework(2568)) == Level(name, certain=True, rank=rank)


@pytest.mark.parametrize(
    ("total", "letter"),
    [
        (100, "AA"), (95, "AA"), (94.999, "A"), (85, "A"), (84.995, "B"), (75, "B"), (70, "C"),
        (65, "C"), (55, "D"), (54.99, "E"), (50, "E"), (49.99, "F"), (0, "F"),
    ],
)  # fmt: skip
def test_the_letters_of_2565_need_only_the_total(total, letter):
    reached = level(total, {}, framework(2565))
    assert (reached.name, reached.certain) == (letter, True)


def test_a_lower_total_can_be_a_better_level():
    audit_2567 = level(92.43, {"IIT": 90, "EIT": 86.5, "OIT": 98.7}, framework(2567))
    audit_2568 = level(94.64, {"IIT": 95, "EIT": 84.10, "OIT": 100}, framework(2568))
    assert (audit_2567.name, audit_2568.name) == ("ผ่านดี", "ผ่าน")


def test_the_instrument_below_the_border_is_what_blocks():
    held = {"IIT": 95, "EIT": 84.10, "OIT": 100}
    (blocked,) = blocks(94.64, held, framework(2568))
    assert blocked == Shortfall("EIT", Decimal("84.1"), Decimal(85))
    assert blocked.gap == Decimal("0.90")
    assert next_level(94.64, held, framework(2568)).name == "ผ่านดี"


def test_what_blocks_is_told_total_first_then_by_instrument():
    found = blocks(90, {"OIT": 94, "EIT": 88, "IIT": 96}, framework(2568))
    assert [(one.code, one.gap) for one in found] == [
        ("total", Decimal(5)),
        ("EIT", Decimal(7)),
        ("OIT", Decimal(1)),
    ]


def test_a_score_of_an_instrument_that_the_year_does_not_have_is_left_aside():
    assert level(97, each(96) | {"XIT": 0}, framework(2568)).name == "ผ่านดีเยี่ยม"


def test_below_the_border_only_the_total_counts():
    found = blocks(80, each(80), framework(2568))
    assert [(one.code, one.needed) for one in found] == [("total", Decimal(85))]


def test_nothing_blocks_the_best_level():
    assert blocks(97, each(96), framework(2568)) == ()
    assert next_level(97, each(96), framework(2568)) is None


@pytest.mark.parametrize("total", [85, 96, 100])
def test_without_instruments_a_good_total_is_a_pass_or_better(total):
    assert level(total, {}, framework(2568)) == Level("ผ่าน", certain=False, rank=3)
    assert next_level(total, {}, framework(2568)).name == "ผ่านดี"
    assert blocks(total, {}, framework(2568)) == ()


def test_without_instruments_a_total_below_the_border_is_certain():
    assert level(84.99, {}, framework(2568)) == Level("ต้องปรับปรุง", certain=True, rank=4)


def test_one_low_instrument_settles_it_even_when_others_are_missing():
    assert level(90, {"EIT": 84.99}, framework(2568)) == Level("ผ่าน", certain=True, rank=3)
    assert level(90, {"EIT": 85}, framework(2568)) == Level("ผ่าน", certain=False, rank=3)


def test_without_a_total_there_is_no_level():
    assert level(None, each(90), framework(2568)) is None
    assert next_level(None, each(90), framework(2568)) is None
    assert blocks(None, each(90), framework(2568)) == ()


@given(total=scores, instruments=instrument_scores, year=st.sampled_from(years()))
def test_every_score_has_a_certain_level(total, instruments, year):
    reached = level(total, instruments, framework(year))
    assert reached is not None
    assert reached.certain
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


@given(total=scores, instruments=instrument_scores)
def test_making_up_every_shortfall_reaches_the_next_level(total, instruments):
    before = level(total, instruments, framework(2568))
    found = {one.code: one for one in blocks(total, instruments, framework(2568))}
    assert bool(found) == (before.rank > 1)
    assert all(one.gap > 0 for one in found.values())
    raised = instruments | {
        code: float(one.needed) for code, one in found.items() if code != "total"
    }
    raised_total = float(found["total"].needed) if "total" in found else total
    after = level(raised_total, raised, framework(2568))
    assert after.rank <= max(before.rank - 1, 1)


@given(total=scores, known=some_instrument_scores, rest=instrument_scores)
def test_what_is_learnt_later_never_worsens_a_level(total, known, rest):
    early = level(total, known, framework(2568))
    late = level(total, rest | known, framework(2568))
    assert late.rank <= early.rank
    if early.certain:
        assert late == early


def test_another_year_with_other_rules_needs_no_code(own_copy):
    (own_copy / "2570.toml").write_text(
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
""",
        encoding="utf-8",
    )
    new = framework(2570)
    indicators = dict.fromkeys(range(1, 6), 80.0) | dict.fromkeys(range(6, 9), 79.5)
    indicators |= {9: 100.0, 10: 100.0, 11: 97.0}
    means = instrument_means(indicators, new)
    assert means == {"IIT": Decimal(80), "EIT": Decimal("79.5"), "OIT": Decimal(99)}
    assert recomputed_total(means, new) == Decimal("89.375")
    assert level(89.38, means, new) == Level("เงิน", certain=True, rank=2)
    assert [(one.code, one.gap) for one in blocks(89.38, means, new)] == [
        ("total", Decimal("0.62")),
        ("EIT", Decimal("0.5")),
    ]
    assert level(90, {}, new) == Level("อื่น", certain=False, rank=3)
