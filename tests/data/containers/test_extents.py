import pytest

from data.containers.formats.readings import Reading
from data.containers.gate import limits
from data.containers.gate.extents import within_extent
from data.containers.gate.reasons import RefusedError, Unreadability

ROWS = [[1, 2, 3]] * 4


def merged(*ranges):
    return within_extent(Reading("ก", ROWS, merged=ranges)).merged


def test_a_range_ends_where_the_sheet_ends():
    assert merged((1, 1, 1_048_575, 16_383)) == ((1, 1, 3, 2),)


def test_a_range_of_one_cell_or_of_none_or_backwards_is_left_out():
    assert merged((0, 0, 0, 0), (0, 2, 0, 9), (9, 0, 9, 2), (2, 0, 1, 1), (-1, 0, 0, 1)) == ()


def test_of_two_ranges_on_top_of_each_other_the_first_counts():
    assert merged((0, 0, 1, 1), (1, 1, 2, 2), (2, 0, 3, 0)) == ((0, 0, 1, 1), (2, 0, 3, 0))


def test_only_rows_and_columns_of_the_sheet_are_hidden():
    hidden = Reading("ก", ROWS, hidden_rows=frozenset({3, 4}), hidden_columns=frozenset({0, 3}))
    found = within_extent(hidden)
    assert (found.hidden_rows, found.hidden_columns) == ({3}, {0})


def test_a_sheet_without_cells_has_nothing_merged_or_hidden():
    found = within_extent(Reading("ก", [], merged=((0, 0, 1, 1),), hidden_rows=frozenset({0})))
    assert (found.merged, found.hidden_rows) == ((), frozenset())


def test_too_many_ranges_are_refused_before_any_is_looked_at():
    with pytest.raises(RefusedError) as refusal:
        merged(*[(0, 0, 1, 1)] * (limits.MERGED + 1))
    assert refusal.value.reason == Unreadability.TOO_MANY_CELLS
