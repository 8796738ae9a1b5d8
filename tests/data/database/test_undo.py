"""Any sequence of imports and undos equals the store where the undone ones never happened."""

import itertools

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.database import IN_MEMORY, Source, open_database, save, undo
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import
from queries import scores

batch = st.fixed_dictionaries(
    {
        "cells": st.dictionaries(
            st.tuples(st.sampled_from([2567, 2568]), st.sampled_from(["1", "2", "total"])),
            st.integers(0, 10000).map(lambda hundredths: hundredths / 100),
            min_size=1,
        ),
        "sample": st.booleans(),
        "provisional": st.booleans(),
        "undone": st.booleans(),
    }
)


def import_of(plan):
    rows = [
        ("", "", "", year, "indicator", code, value, plan["provisional"], "แผ่น", "A1")
        for (year, code), value in plan["cells"].items()
    ]
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return Import(Form.SCORES_LONG, "แผ่น", len(rows), len(rows), 0, frame)


def seen(database):
    columns = ["year", "code", "score", "provisional", "revised", "previous_score", "sample"]
    frame = scores.scores(database)[columns]
    return frame.astype("object").where(frame.notna(), None).values.tolist()


def store_after(plans, numbers):
    database = open_database(IN_MEMORY).acting_as(planner_here("ก"))
    saved = [
        save(database, import_of(plan), Source("a", str(number).encode(), "ก", plan["sample"]))
        for number, plan in zip(numbers, plans, strict=False)
    ]
    return database, saved


@settings(max_examples=15, deadline=None)
@given(st.lists(batch, min_size=1, max_size=5))
def test_undone_imports_leave_no_trace_in_what_is_seen(plans):
    everything, saved = store_after(plans, itertools.count())
    for plan, kept in zip(plans, saved, strict=True):
        if plan["undone"]:
            undo(everything, kept.batch_id, undone_by="ก")
    remaining = [(n, plan) for n, plan in enumerate(plans) if not plan["undone"]]
    without, _ = store_after([plan for _, plan in remaining], [n for n, _ in remaining])

    assert seen(everything) == seen(without)

    everything.close()
    without.close()
