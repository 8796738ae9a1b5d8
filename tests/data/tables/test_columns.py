"""The catalogue of columns: one kind a key, said otherwise only where a table means otherwise."""

from collections import Counter

import pytest

from data.model.columns import Column, Kind
from data.tables.columns import _KEYS, columns
from data.words.files.tables import HEADINGS


def test_no_key_has_two_kinds():
    listed = Counter(key for keys in _KEYS.values() for key in keys.split())

    assert max(listed.values()) == 1


def test_columns_stand_in_the_order_of_their_keys():
    assert columns(("status", "year", "cell")) == (
        Column("status", HEADINGS["status"], Kind.STATUS),
        Column("year", HEADINGS["year"], Kind.YEAR),
        Column("cell", HEADINGS["cell"], Kind.TEXT),
    )


def test_a_table_may_call_a_column_otherwise_and_mean_another_kind():
    (total,) = columns(("total",), {"total": "คะแนนรวม"}, total=Kind.SCORE)

    assert total == Column("total", "คะแนนรวม", Kind.SCORE)


def test_a_column_without_a_heading_is_a_bug():
    with pytest.raises(KeyError):
        columns(("no-such-key",))
