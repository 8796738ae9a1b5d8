"""Any sequence of imports and undos equals the store where the undone ones never happened."""

import itertools
import shutil
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.database import Source, open_database, save, undo
from data.model.access import planner_here
from data.model.identity import Answer, Identity, SheetKind
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


SAID_BY_A_PERSON = Identity(
    Answer(SheetKind.RESULT, by_person=True), Answer("อบต.กุศกร", by_person=True)
)
"""Scores at random fall and rise as no real ones do, which is asked about."""


def import_of(plan):
    rows = [
        ("", "", "", year, "indicator", code, value, plan["provisional"], "", 0, 0)
        for (year, code), value in plan["cells"].items()
    ]
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return Import(
        Form.SCORES_LONG, "แผ่น", len(rows), len(rows), 0, frame, identity=SAID_BY_A_PERSON
    )


def seen(database):
    columns = ["year", "code", "score", "provisional", "revised", "previous_score", "sample"]
    frame = scores.scores(database)[columns]
    return frame.astype("object").where(frame.notna(), None).values.tolist()


def store_after(folder, plans, numbers):
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("ก"))
    saved = [
        save(database, import_of(plan), Source("a", str(number).encode(), "ก", plan["sample"]))
        for number, plan in zip(numbers, plans, strict=False)
    ]
    return database, saved


@settings(max_examples=8, deadline=None)
@given(st.lists(batch, min_size=1, max_size=5))
def test_undone_imports_leave_no_trace_in_what_is_seen(blank, plans):
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), blank, plans)


def compare(folder, blank, plans):
    for name in ("everything", "without"):
        shutil.copytree(blank, folder / name)
    everything, saved = store_after(folder / "everything", plans, itertools.count())
    for plan, kept in zip(plans, saved, strict=True):
        if plan["undone"]:
            undo(everything, kept.batch_id, undone_by="ก")
    remaining = [(n, plan) for n, plan in enumerate(plans) if not plan["undone"]]
    numbers, plans_left = [n for n, _ in remaining], [plan for _, plan in remaining]
    without, _ = store_after(folder / "without", plans_left, numbers)

    assert seen(everything) == seen(without)

    everything.close()
    without.close()
