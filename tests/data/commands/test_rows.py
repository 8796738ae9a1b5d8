"""`scores`, `levels`, `next-level`, `movement` and `measures` as typed."""

import csv
import io
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from data.commands.running import main
from data.database import open_database, report_status
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from data.words.files import tables as words
from tests.helpers.answers import answered

SCORE_ROW = {
    "agency",
    "year",
    "level",
    "code",
    "name",
    "score",
    "provisional",
    "revised",
    "sample",
    "batch_id",
    "sheet",
    "cell",
}
MEASURE_ROW = {
    "measure_id",
    "plan_year",
    "indicator",
    "items",
    "analysis",
    "action",
    "alignment",
    "steps",
    "period_text",
    "start",
    "end",
    "responsible_text",
    "lead",
    "support",
    "status",
    "percent",
    "evidence",
    "flags",
    "batch_id",
}


def sheet_rows(path, sheet):
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()


def read_back(path, sheet=words.SHEETS["data"]):
    """Give the rows of a sheet by heading; the heading row is the first with all of them."""
    rows = sheet_rows(path, sheet)
    top = next(at for at, row in enumerate(rows) if len(row) > 1 and row[1] != "")
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


def test_scores_of_a_year_and_level_come_with_their_source(ask):
    code, rows = ask("scores", "--year", 2568, "--level", "indicator")
    assert code == 0
    assert [row["code"] for row in rows] == [str(number) for number in range(1, 11)]
    assert all(set(row) >= SCORE_ROW for row in rows)
    assert {row["year"] for row in rows} == {2568}
    assert not any(row["sample"] for row in rows)
    assert rows[0]["name"] == "การปฏิบัติหน้าที่"
    assert rows[0]["cell"].startswith("C")


def test_the_home_agency_is_found_by_every_way_of_writing_its_name(ask):
    everything = ask("scores")[1]
    assert everything
    assert ask("scores", "--agency", "อบต. กุศกร")[1] == everything
    assert ask("scores", "--agency", "ไม่มีหน่วยงานนี้")[1] == []


def test_scores_in_a_workbook_are_the_rows_of_the_json(ask, tmp_path):
    rows = ask("scores", "--year", 2569)[1]
    target = tmp_path / "scores.xlsx"
    assert main(["scores", "--year", "2569", "--out", str(target)]) == 0
    heading = words.HEADINGS
    written = [
        (row[heading["year"]], row[heading["code"]], row[heading["score"]], row[heading["cell"]])
        for row in read_back(target)
    ]
    assert written == [(row["year"], row["code"], row["score"], row["cell"]) for row in rows]
    told = str(sheet_rows(target, words.SHEETS["conditions"]))
    assert "ปี 2569" in told
    assert "ข้อมูลตัวอย่าง" not in told


@pytest.mark.usefixtures("sample_store")
def test_recomputed_numbers_stand_after_the_published_ones_with_their_mark(run, tmp_path):
    rows = "".join(f"2566,{number},{80 + number}\n" for number in range(1, 11))
    path = tmp_path / "indicators.csv"
    path.write_text(f"ปีงบประมาณ,รหัส,คะแนน\n{rows}", encoding="utf-8")
    assert run("import", path, "--kind", "result")[0] == 0

    told = run("scores", "--year", 2566)[1]
    assert [row["basis"] for row in told] == ["published"] * 10 + ["recomputed"] * 4
    assert [(row["code"], row["score"], row["batch_id"], row["cell"]) for row in told[10:]] == [
        ("total", 86.8, None, None),
        ("IIT", 83.0, None, None),
        ("EIT", 87.0, None, None),
        ("OIT", 89.5, None, None),
    ]
    (total,) = run("scores", "--year", 2566, "--level", "total")[1]
    assert (total["score"], total["basis"]) == (86.8, "recomputed")
    target = tmp_path / "scores.xlsx"
    assert main(["scores", "--year", "2566", "--out", str(target)]) == 0
    marks = [row[words.HEADINGS["mark"]] for row in read_back(target)]
    assert marks == [""] * 10 + ["[c]"] * 4


@pytest.mark.usefixtures("ask")
def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "out" / "scores.csv"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    assert main(["scores", "--year", "2568", "--level", "total", "--out", str(target)]) == 0
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][rows[0].index(words.HEADINGS["score"])] == "87.06"
    assert [path.name for path in target.parent.iterdir()] == ["scores.csv"]


@pytest.mark.usefixtures("ask")
def test_a_place_that_cannot_be_written_is_a_failure_in_words(tmp_path, capsys):
    assert main(["scores", "--out", str(tmp_path / "no folder" / "x.xlsx")]) == 2
    assert "x.xlsx" in capsys.readouterr().err


def test_levels_say_what_blocks_the_next_one(ask):
    code, rows = ask("levels", "--year", 2568)
    assert code == 0
    (row,) = rows
    assert (row["total"], row["total_recomputed"]) == (87.06, 87.055)
    assert (row["level"], row["certain"]) == ("ผ่าน", True)
    assert row["blocks"] == [
        {"what": "IIT", "value": row["iit"], "needed": 85.0},
        {"what": "EIT", "value": row["eit"], "needed": 85.0},
    ]
    assert row["oit"] == 95.62


def test_levels_give_every_year_unless_told_otherwise(ask):
    assert [row["year"] for row in ask("levels")[1]] == [2567, 2568, 2569]
    assert ask("levels", "--year", 2566)[1] == []


@pytest.mark.usefixtures("sample_store")
def test_a_level_without_instruments_is_only_a_lower_bound(run, tmp_path):
    path = tmp_path / "total.csv"
    path.write_text("ปีงบประมาณ,รหัส,คะแนน\n2566,รวม,86.5\n", encoding="utf-8")
    assert run("import", path)[0] == 0
    (row,) = run("levels", "--year", 2566)[1]
    assert (row["level"], row["certain"]) == ("ผ่านขึ้นไป", False)
    assert (row["iit"], row["total_recomputed"]) == (None, None)


def test_the_next_level_is_reached_by_its_changes_and_not_by_less(ask):
    code, document = ask("next-level", "--year", 2568)
    assert (code, document["level"]) == (0, "ผ่าน")
    nearest = document["targets"][0]
    assert (nearest["level"], nearest["reachable"]) == ("ผ่านดี", True)
    moved = [Decimal(str(one["to"])) - Decimal(str(one["from"])) for one in nearest["changes"]]
    assert sum(moved) == Decimal(str(nearest["sum_of_changes"]))
    assert all(one["to"] > one["from"] for one in nearest["changes"])


def test_only_the_indicators_that_may_change_do(ask):
    document = ask("next-level", "--year", 2568, "--only", "2, 8")[1]
    nearest = document["targets"][0]
    assert {one["indicator"] for one in nearest["changes"]} == {2, 8}
    stuck = ask("next-level", "--year", 2568, "--only", "1")[1]["targets"][0]
    assert (stuck["reachable"], stuck["changes"], stuck["sum_of_changes"]) == (False, [], None)
    assert [one["what"] for one in stuck["blocks"]] == ["IIT", "EIT"]


def test_an_indicator_or_a_year_nobody_knows_is_refused(ask):
    code, document = ask("next-level", "--year", 2568, "--only", "99")
    assert (code, document["error"]["code"]) == (2, "unknown-indicator")
    code, document = ask("next-level", "--year", 2699)
    assert (code, document["error"]["code"]) == (2, "unknown-year")


@pytest.mark.usefixtures("ask")
def test_the_parts_of_a_movement_add_up_to_the_change(capsys):
    assert main(["movement", "2567", "2568", "--json"]) == 0
    moved = answered(capsys.readouterr().out, parse_float=Decimal)
    assert (moved["from"], moved["to"], moved["complete"]) == (2567, 2568, True)
    assert moved["change"] == Decimal("3.91")
    parts = sum(part["contribution"] for part in moved["parts"])
    assert parts + moved["framework_effect"] + moved["rounding"] == moved["change"]
    assert [part["indicator"] for part in moved["parts"]] == list(range(1, 11))


def test_a_movement_with_a_year_without_scores_is_not_known(ask):
    code, moved = ask("movement", 2565, 2568)
    assert (code, moved["change"], moved["rounding"]) == (0, None, None)
    assert {part["contribution"] for part in moved["parts"]} == {None}


def test_a_division_leads_fewer_measures_than_it_takes_part_in(ask):
    code, leading = ask("measures", "--division", "กองคลัง", "--role", "lead")
    assert code == 0
    assert [row["items"] for row in leading] == [["i11"]]
    taking_part = ask("measures", "--division", "กองคลัง", "--role", "all")[1]
    assert [code for row in taking_part for code in row["items"]] == [
        "i1",
        "i2",
        "i3",
        "i5",
        "i11",
        "i14",
        "e8",
    ]
    assert ask("measures", "--division", "กองคลัง")[1] == taking_part


def test_a_measure_row_has_iso_dates_lists_and_null(ask):
    row = ask("measures", "--indicator", 4)[1][0]
    assert set(row) >= MEASURE_ROW
    assert (row["start"], row["end"]) == ("2025-10-01", "2026-09-30")
    assert (row["lead"], row["support"]) == (["กองคลัง"], [])
    assert len(row["steps"]) == 3
    assert (row["status"], row["percent"], row["reported_at"]) == ("not-reported", None, None)


@pytest.mark.parametrize(
    ("day", "flags"),
    [
        ("2025-11-01", ["open"]),
        ("2026-09-15", ["open", "due-soon", "silent"]),
        ("2026-10-01", ["open", "overdue", "silent"]),
    ],
)
def test_flags_hold_on_the_day_that_is_asked_for(ask, day, flags):
    rows = ask("measures", "--as-of", day)[1]
    assert [row["flags"] for row in rows] == [flags] * 12


def test_states_are_asked_for_by_code_or_by_word(sample_store, run):
    database = open_database(sample_store).acting_as(planner_here("ก"))
    report = StatusReport("2569-04-i11", Status.DONE, 100, reported_by="ผู้ทดสอบ")
    report_status(database, report)
    database.close()
    for asked in ("done", "เสร็จ", "awaiting-evidence", "เสร็จ-รอหลักฐาน", "เสร็จ – รอหลักฐาน"):
        rows = run("measures", "--status", asked)[1]
        assert [row["measure_id"] for row in rows] == ["2569-04-i11"]
    assert rows[0]["flags"] == ["awaiting-evidence"]
    assert rows[0]["percent"] == 100
    assert len(run("measures", "--status", "ค้าง")[1]) == 11
    assert len(run("measures", "--status", "ค้าง", "--status", "done")[1]) == 12


def test_a_division_nobody_knows_is_refused_and_not_an_empty_answer(ask):
    code, document = ask("measures", "--division", "กองคลอง")
    assert (code, document["error"]["code"]) == (2, "unknown-division")
    assert "กองคลัง" in document["error"]["message"]


def test_another_spelling_of_a_division_is_understood(ask):
    assert len(ask("measures", "--division", "สำนักปลัด อบต.", "--role", "lead")[1]) == 11


def test_measures_in_a_workbook_are_the_rows_of_the_json(ask, tmp_path):
    asked = ["measures", "--division", "กองคลัง", "--as-of", "2026-01-15"]
    rows = ask(*asked)[1]
    target = tmp_path / "measures.xlsx"
    assert main([*asked, "--out", str(target)]) == 0
    heading = words.HEADINGS
    written = read_back(target)
    assert [row[heading["measure_id"]] for row in written] == [row["measure_id"] for row in rows]
    assert [row[heading["action"]] for row in written] == [row["action"] for row in rows]
    assert [row[heading["items"]].split(", ") for row in written] == [row["items"] for row in rows]
    ends = [row[heading["end_date"]].isoformat() for row in written]
    assert ends == [row["end"] for row in rows]
    details = read_back(target, words.SHEETS["details"])
    assert [row[heading["analysis"]] for row in details] == [row["analysis"] for row in rows]
    told = str(sheet_rows(target, words.SHEETS["conditions"]))
    for part in ("กองคลัง", "15 ม.ค. 2569", "7 จาก 12 แถว", "action-plan-2569.txt"):
        assert part in told


def test_a_text_file_of_measures_holds_every_column(ask, tmp_path):
    target = tmp_path / "measures.csv"
    assert main(["measures", "--indicator", "4", "--out", str(target)]) == 0
    (row,) = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig")))
    asked = ask("measures", "--indicator", 4)[1][0]
    for name in ("measure_id", "action", "analysis", "alignment", "period_text"):
        assert row[words.HEADINGS[name]] == asked[name]


@pytest.mark.usefixtures("ask")
def test_without_json_a_table_in_words_goes_to_stderr(capsys):
    assert main(["measures", "--indicator", "4", "--as-of", "2026-10-01"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "2569-04-i11" in told.err
    assert "เลยกำหนด" in told.err
    assert main(["scores", "--year", "2568"]) == 0
    assert "2568" in capsys.readouterr().err
