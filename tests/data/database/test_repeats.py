"""The same file again: it changes nothing only when whose scores and how final is the same, too."""

import pandas as pd
import pytest

from data.database import Source, compare, save
from data.model.records import LEVEL_COLUMNS, SCORE_COLUMNS, Form, Import
from queries import scores

SOURCE = Source("คะแนน.xlsx", b"file", "ผู้วางแผน")
LEVELS = pd.DataFrame(columns=list(LEVEL_COLUMNS))


def imported(agency="", *, provisional=False):
    row = (agency, "", "", 2568, "total", "total", 86.73, provisional, "", 1, 2)
    frame = pd.DataFrame([row], columns=list(SCORE_COLUMNS))
    return Import(Form.SCORES_LONG, "คะแนน", 1, 1, 0, frame, LEVELS)


def test_a_provisional_file_that_turns_out_final_is_saved_a_second_time(database):
    save(database, imported(provisional=True), SOURCE)

    final = save(database, imported(), SOURCE)

    assert (final.repeated, final.changed) == (False, 1)
    assert "p" not in set(scores.home_scores(database)["mark"])


def test_a_file_saved_for_the_wrong_agency_can_be_saved_for_the_right_one(database):
    save(database, imported("อบต.โคกจาร"), SOURCE)

    right = save(database, imported("อบต.โคกจาน"), SOURCE)

    assert (right.repeated, right.added) == (False, 1)


@pytest.mark.parametrize("provisional", [True, False])
def test_each_reading_of_a_file_is_known_again(database, provisional):
    first = save(database, imported(provisional=True), SOURCE)
    second = save(database, imported(), SOURCE)

    again = save(database, imported(provisional=provisional), SOURCE)

    assert again.repeated
    assert again.batch_id == (first if provisional else second).batch_id


def test_comparing_tells_of_the_batch_that_holds_the_file_already(database):
    saved = save(database, imported(), SOURCE)

    assert compare(database, imported(), SOURCE.sha256).repeats == saved.batch_id
    assert compare(database, imported(), "another file").repeats is None
    assert compare(database, imported(provisional=True), SOURCE.sha256).repeats is None


def test_a_value_that_only_stops_being_provisional_shows_in_the_comparison(database):
    save(database, imported(provisional=True), SOURCE)

    found = compare(database, imported()).scores

    assert found[["old_provisional", "new_provisional", "change"]].to_numpy().tolist() == [
        [True, False, "changed"]
    ]
