"""What a person said of the columns under a heading row is kept, used again, and forgotten."""

import pandas as pd
import pytest

from data.database import (
    HeadingMatch,
    Source,
    check,
    forget_match,
    open_database,
    remembered_match,
    save,
)
from data.importers import Choices
from data.importers.sheets.opening import Sheet
from data.model.access import planner_here
from data.model.errors import BlockedImportError
from data.model.identity import SheetKind
from data.model.records import Form, Import
from tests.sheet_reading import cells_of, form_of, heading_fingerprint, matched_columns, read

HEADINGS = ("ปีที่", "เรื่อง", "ผลที่ได้")
BODY = ((2568, "IIT", 85.5), (2568, "EIT", 90.25))
COLUMNS = {0: "year", 1: "code", 2: "score"}


def sheet(*rows, name="แผ่น1"):
    return Sheet(name, tuple(rows))


def match(columns=None, fingerprint="a", by="ผู้วางแผน"):
    return HeadingMatch(fingerprint, Form.SCORES_LONG, COLUMNS if columns is None else columns, by)


def imported():
    return read(
        sheet(HEADINGS, *BODY), Choices(agency="อบต.กุศกร", kind=SheetKind.RESULT, columns=COLUMNS)
    )


def test_a_sheet_of_unknown_headings_shows_them_without_a_meaning():
    unknown = sheet(("รายงาน",), HEADINGS, *BODY)

    assert form_of(unknown) is None
    assert matched_columns(unknown, None) == tuple(
        (at, text, "") for at, text in enumerate(HEADINGS)
    )


def test_a_sheet_of_unknown_headings_is_read_once_its_columns_are_named():
    result = read(sheet(("รายงาน",), HEADINGS, *BODY), Choices(agency="อบต.กุศกร", columns=COLUMNS))

    assert result.form is Form.SCORES_LONG
    assert result.scores["value"].tolist() == [85.5, 90.25]
    assert cells_of(result.scores) == ["C3", "C4"]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (2, 2, 0)


def test_a_corrected_column_does_not_make_a_heading_of_the_title():
    titled = sheet(("รายงาน", "ฉบับที่ 1"), ("ปี", "ตัวชี้วัด", "คะแนน", "ผล"), (2568, "IIT", 10, 85.5))

    result = read(titled, Choices(columns={2: "ignored", 3: "score"}))

    assert result.rows_read == 1
    assert cells_of(result.scores) == ["D3"]


def test_a_corrected_column_can_change_the_form():
    agencies = sheet(("หน่วยงาน", "IIT", "ประเภทคะแนน", "รวม"), ("อบต.ก", 85.5, "x", 90.0))

    result = read(agencies, Choices(year=2568, columns={1: "EIT"}))

    assert result.scores["code"].tolist() == ["EIT", "total"]


@pytest.mark.parametrize(
    "rows",
    [
        (HEADINGS, (2569, "OIT", 77.0)),
        (("รายงานฉบับใหม่",), (), HEADINGS, *BODY),
        (("ปี ที่", "เรื่อง ", "ผล\nที่ได้"), *BODY),
    ],
)
def test_the_same_headings_have_one_fingerprint(rows):
    assert heading_fingerprint(sheet(*rows)) == heading_fingerprint(sheet(HEADINGS, *BODY))


@pytest.mark.parametrize(
    "rows",
    [
        (("เรื่อง", "ปีที่", "ผลที่ได้"), *BODY),
        ((*HEADINGS, "หมายเหตุ"), *BODY),
        (("ปี", "ตัวชี้วัด", "คะแนน"), *BODY),
    ],
)
def test_other_headings_have_another_fingerprint(rows):
    assert heading_fingerprint(sheet(*rows)) != heading_fingerprint(sheet(HEADINGS, *BODY))


def test_a_sheet_without_headings_has_no_fingerprint():
    assert heading_fingerprint(sheet(("รายงาน",), (1.5,))) is None
    assert heading_fingerprint(sheet()) is None


def test_a_match_is_remembered_with_the_save_and_by_whom(tmp_path):
    database = open_database(tmp_path / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    save(database, imported(), Source("ก.xlsx", b"a", "ผู้วางแผน"), match())
    database.close()

    again = open_database(tmp_path / "ita.duckdb")
    found = remembered_match(again, "a")
    again.close()

    assert (found.form, found.columns, found.remembered_by) == (
        Form.SCORES_LONG,
        COLUMNS,
        "ผู้วางแผน",
    )
    assert found.remembered_at is not None


def test_a_save_that_is_refused_remembers_nothing(database):
    blocked = read(sheet(HEADINGS, (2568, "IIT", "x")), Choices(agency="อบต.กุศกร", columns=COLUMNS))

    with pytest.raises(BlockedImportError):
        save(database, blocked, Source("ก.xlsx", b"a", "ผู้วางแผน"), match())

    assert remembered_match(database, "a") is None


def test_a_save_that_fails_half_way_remembers_nothing(database):
    broken = Import(
        Form.SCORES_LONG, "แผ่น1", 1, 1, 0, scores=pd.concat([imported().scores.assign(year=10**6)])
    )

    with pytest.raises(Exception, match="out of range"):
        save(database, broken, Source("ก.xlsx", b"a", "ผู้วางแผน"), match())

    assert remembered_match(database, "a") is None


def test_a_newer_match_takes_the_place_of_the_older_one(database):
    save(database, imported(), Source("ก.xlsx", b"a", "ก"), match())
    save(database, imported(), Source("ข.xlsx", b"b", "ข"), match({2: "ignored"}, by="ข"))

    found = remembered_match(database, "a")

    assert (found.columns, found.remembered_by) == ({2: "ignored"}, "ข")
    assert check(database).sound


def test_a_match_that_corrects_nothing_any_more_is_forgotten(database):
    save(database, imported(), Source("ก.xlsx", b"a", "ก"), match())
    save(database, imported(), Source("ข.xlsx", b"b", "ก"), match({}))

    assert remembered_match(database, "a") is None


def test_a_match_can_be_dropped(database):
    save(database, imported(), Source("ก.xlsx", b"a", "ก"), match())

    forget_match(database, "a")

    assert remembered_match(database, "a") is None
    assert remembered_match(database, None) is None


def test_a_match_settles_what_was_not_chosen():
    assert match().settle(Choices(year=2568)) == Choices(
        form=Form.SCORES_LONG, year=2568, columns=COLUMNS
    )


@pytest.mark.parametrize(
    "choices", [Choices(columns={}), Choices(columns={0: "ignored"}), Choices(form=Form.PLAN)]
)
def test_a_match_gives_way_to_what_was_chosen(choices):
    assert match().settle(choices) == choices


PLAN_HEADINGS = (
    "ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "กิจกรรมที่จะทำ",
    "มาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
)
PLAN_ROW = (
    "การปฏิบัติหน้าที่",
    "i1 ข้อความ",
    "ผล",
    "ทำจริง",
    "ทำผิด",
    "ขั้นตอน",
    "ต.ค. 68 - ก.ย. 69",
    "กองคลัง",
)
PLAN_TITLE = ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2569",)


def test_the_columns_of_a_plan_are_shown_as_what_they_are_read_as():
    plan = sheet(PLAN_TITLE, PLAN_HEADINGS, PLAN_ROW)

    assert form_of(plan) is Form.PLAN
    fields = {at: field for at, _, field in matched_columns(plan, Form.PLAN)}
    assert (fields[0], fields[3], fields[4]) == ("indicator", "", "action")
    assert heading_fingerprint(plan) == heading_fingerprint(sheet(PLAN_HEADINGS, PLAN_ROW))


def test_a_column_of_a_plan_can_be_corrected():
    plan = sheet(PLAN_TITLE, PLAN_HEADINGS, PLAN_ROW)

    [before] = read(plan, Choices(form=Form.PLAN)).measures
    [after] = read(plan, Choices(form=Form.PLAN, columns={3: "action", 4: "ignored"})).measures

    assert (before.action, after.action) == ("ทำผิด", "ทำจริง")
    assert after.steps == before.steps == ("ขั้นตอน",)


def test_a_plan_of_unknown_headings_is_read_once_its_columns_are_named():
    headings = ("ก1", "ก2", "ก3", "ก4", "ก5", "ก6", "ก7", "ก8")
    plan = sheet(PLAN_TITLE, headings, PLAN_ROW)
    assert form_of(plan) is None
    names = (
        "indicator",
        "question",
        "analysis",
        "action",
        "ignored",
        "steps",
        "period",
        "responsible",
    )

    result = read(plan, Choices(form=Form.PLAN, columns=dict(enumerate(names))))

    assert [one.action for one in result.measures] == ["ทำจริง"]
    assert result.rows_read == result.rows_imported + result.rows_reported


def test_a_plan_whose_columns_are_all_taken_out_holds_nothing():
    plan = sheet(PLAN_TITLE, PLAN_HEADINGS, PLAN_ROW)

    result = read(plan, Choices(form=Form.PLAN, columns=dict.fromkeys(range(8), "ignored")))

    assert result.measures == ()
    assert result.blocking
