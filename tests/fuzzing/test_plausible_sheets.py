"""A short run of `tests.plausible_sheets`; the long one is the same command with a larger count."""

from collections import Counter

from tests.plausible_sheets import run

COUNT = 120


def test_no_plausible_sheet_is_stored_wrong_without_a_question_and_plain_ones_pass():
    told = list(run(COUNT, seed=2569))
    assert [name for name, _, outcome in told if outcome == "wrong"] == []
    plain = Counter(outcome for _, made, outcome in told if made.plain and not made.traps)
    assert plain["stored"] >= 0.98 * plain.total() > 0
    assert sum(outcome == "asked" for _, _, outcome in told) > COUNT // 5
