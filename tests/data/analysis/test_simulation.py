import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.analysis.simulation import decode_scores, encode_scores, simulate
from data.framework import framework
from tests.readings import worked_out

COLLEGE = {
    1: 85.21, 2: 70.59, 3: 75.10, 4: 72.88, 5: 73.24,
    6: 81.14, 7: 83.12, 8: 76.79,
    9: 100, 10: 100,
}  # fmt: skip

ten_scores = st.fixed_dictionaries(
    {number: st.integers(0, 10000).map(lambda found: found / 100) for number in range(1, 11)}
)


def read(year=2568, **scores):
    return worked_out(framework(year), **({"indicators": COLLEGE} | scores))


def test_the_scores_of_the_college_give_its_published_total_and_level():
    found = simulate(COLLEGE, read())

    assert found.total == Decimal("86.73")
    assert found.instruments == {
        "IIT": Decimal("75.40"),
        "EIT": Decimal("80.35"),
        "OIT": Decimal(100),
    }
    assert found.level.name == "ผ่าน"


def test_a_published_number_moves_from_where_it_was_published():
    published = {"total": 88.0, "instruments": {"IIT": 76.0}}
    found = simulate(COLLEGE | {1: 86.21}, read(**published))

    # Indicator 1 is a fifth of IIT, which is 0.3 of the total.
    assert (found.instruments["IIT"], found.total) == (Decimal("76.2"), Decimal("88.06"))


def test_the_scores_of_a_year_lead_to_its_reading():
    printed = read(total=86.0, instruments={"EIT": 85.0})
    found = simulate(COLLEGE, printed)

    assert (found.total, found.instruments["EIT"]) == (Decimal(86), Decimal(85))
    assert found.level == printed.level


@settings(deadline=None)
@given(ten_scores)
def test_simulated_scores_are_read_as_if_they_had_been_imported(held):
    imported, found = read(indicators=held), simulate(held, read())

    assert found.total == imported.value
    assert found.instruments == {part.code: part.value for part in imported.parts}
    assert found.level == imported.level


def test_a_simulation_says_that_it_is_one():
    assert simulate(COLLEGE, read()).simulated is True


def test_a_simulation_follows_the_rules_of_its_year():
    found = simulate(COLLEGE, read(2565))
    assert (found.year, found.level.name) == (2565, "A")


def test_a_missing_indicator_gives_no_simulation():
    held = {number: score for number, score in COLLEGE.items() if number != 4}
    assert simulate(held, read()) is None
    assert simulate(COLLEGE, read(indicators=held)) is None


def test_scores_of_other_indicators_do_not_count():
    assert simulate({**COLLEGE, 11: 50}, read()) == simulate(COLLEGE, read())


@pytest.mark.parametrize("score", [-0.01, 100.01, float("nan")])
def test_a_score_outside_the_scale_is_a_mistake_of_the_caller(score):
    with pytest.raises(ValueError, match=str(score)):
        simulate({**COLLEGE, 1: score}, read())


def test_a_link_holds_thirty_letters_and_digits():
    code = encode_scores(COLLEGE, framework(2568))

    assert re.fullmatch("[0-9a-z]{30}", code)
    assert code.endswith("7ps7ps")


@settings(deadline=None)
@given(ten_scores)
def test_a_link_brings_the_scores_back(held):
    code = encode_scores(held, framework(2568))
    assert {
        number: float(score) for number, score in decode_scores(code, framework(2568)).items()
    } == held


@pytest.mark.parametrize(
    "code",
    [
        "",
        "7ps",
        "7ps" * 9,
        "7ps" * 11,
        "7pt" + "7ps" * 9,
        "zzz" * 10,
        "7PS" * 10,
        "+ps" * 10,
        "7_s" * 10,
        "๗ps" * 10,
        " ps" * 10,
        "7ps" * 10 + "\n",
    ],
)
def test_a_link_that_was_tampered_with_is_refused(code):
    assert decode_scores(code, framework(2568)) is None


@settings(deadline=None)
@given(
    st.text(max_size=40) | st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=30, max_size=30)
)
@example("7ps" * 10)
@example("000" * 10)
def test_whatever_a_link_holds_is_refused_or_means_exactly_itself(code):
    found = decode_scores(code, framework(2568))
    assert found is None or encode_scores(found, framework(2568)) == code


def test_a_year_without_described_indicators_has_no_link():
    assert decode_scores("", framework(2563)) is None
