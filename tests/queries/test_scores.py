"""Where a score comes from, read for one agency and no other."""

import json

import pandas as pd
import pytest

import queries
from data.database import Source, save, undo
from data.model.records import SCORE_COLUMNS, Form, Import
from queries import readings, scores

NORTH, SOUTH = "องค์การบริหารส่วนตำบลเหนือ", "องค์การบริหารส่วนตำบลใต้"


def bring(database, name, *rows, provisional=False):
    """rows: (agency, year, level, code, value); their cells are A1, A2, ..."""
    frame = pd.DataFrame(
        [
            (agency, "เมือง", "น่าน", *score, provisional, "", number - 1, 0)
            for number, (agency, *score) in enumerate(rows, start=1)
        ],
        columns=list(SCORE_COLUMNS),
    )
    found = Import(Form.SCORES_AGENCIES, "ประเทศ", len(rows), len(rows), 0, frame)
    return save(database, found, Source(name, str(rows).encode(), "ผู้นำเข้า")).batch_id


def everybody(database):
    places = readings.places(database, 2568, "total", "total")
    return places[places["among"] == "all"]


def id_of(database, agency):
    found = everybody(database)
    return int(found.loc[found["agency"] == agency, "agency_id"].iloc[0])


def total(agency, value):
    return (agency, 2568, "total", "total", value)


def test_versions_of_another_agency_are_its_own_alone(database):
    bring(database, "แรก.xlsx", total(NORTH, 80.0), total(SOUTH, 70.0))
    bring(database, "แก้.xlsx", total(SOUTH, 71.0), total(NORTH, 81.0))

    found = scores.score_versions(
        database, agency_id=id_of(database, NORTH), year=2568, level="total", code="total"
    )

    shown = found[["score", "file_name", "sheet", "cell", "current"]]
    assert list(shown.itertuples(index=False, name=None)) == [
        (81.0, "แก้.xlsx", "ประเทศ", "A2", True),
        (80.0, "แรก.xlsx", "ประเทศ", "A1", False),
    ]


def test_what_another_agency_has_on_record_outlives_an_undo(database):
    bring(database, "แรก.xlsx", total(NORTH, 80.0), total(SOUTH, 70.0))
    item = bring(database, "ข้อ.xlsx", (NORTH, 2567, "item", "o2", 50.0))
    north, south = id_of(database, NORTH), id_of(database, SOUTH)
    undo(database, item, undone_by="ผู้ยกเลิก")

    assert list(
        scores.recorded_scores(database, agency_id=north).itertuples(index=False, name=None)
    ) == [(2567, "item", "o2"), (2568, "total", "total")]
    assert len(scores.recorded_scores(database, agency_id=south)) == 1


def test_scores_of_other_agencies_carry_their_marks(database):
    bring(database, "แรก.xlsx", total(NORTH, 80.0), total(SOUTH, 70.0))
    bring(database, "แก้.xlsx", total(NORTH, 81.0))
    bring(database, "เบื้องต้น.xlsx", total(SOUTH, 72.0), provisional=True)

    marks = everybody(database).set_index("agency")["mark"]
    assert (marks[NORTH], marks[SOUTH]) == ("r", "p")


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("scores/recorded_scores", {}),
        ("scores/score_versions", {"year": 2568, "level": "total", "code": "total"}),
    ],
)
def test_the_table_of_scores_is_only_read_where_the_agency_may_stand(database, name, more):
    """The agency must reach every scan of the table: behind a join it would read the nation."""
    bring(database, "แรก.xlsx", total(NORTH, 80.0), total(SOUTH, 70.0))
    north = id_of(database, NORTH)
    with database.reading() as cursor:
        told = cursor.execute(
            f"explain (format json) {queries.statement(name)}", {"agency_id": north, **more}
        ).fetchall()

    scans = [node for node in nodes(json.loads(told[0][1])) if reads_scores(node)]

    assert scans
    assert all(f"agency_id = {north}" in json.dumps(node["extra_info"]) for node in scans)


def nodes(tree):
    for node in tree if isinstance(tree, list) else [tree]:
        yield node
        yield from nodes(node["children"])


def reads_scores(node):
    return node["extra_info"].get("Table", "").endswith(".score")
