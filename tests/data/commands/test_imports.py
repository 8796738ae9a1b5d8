"""`import`, `batches` and `undo` as typed."""

import hashlib

import pytest

from data.commands.running import main
from data.database import open_database
from data.examples import PLAN_FILE, SCORES_FILE
from data.model.access import planner_here
from tests.helpers.workbooks import books_of
from tests.roundtrips import entered, handed_out, plan

pytestmark = pytest.mark.usefixtures("own_store")

ANSWER = {
    "file",
    "sheet",
    "form",
    "kind",
    "agency",
    "year",
    "identity",
    "batch_id",
    "rows_read",
    "rows_imported",
    "rows_rejected",
    "added",
    "changed",
    "unchanged",
    "problems",
}
PROBLEM = {"code", "sheet", "cell", "value", "message", "blocking"}


def score_file(folder, name, *rows):
    path = folder / name
    lines = ["ปีงบประมาณ,รหัส,คะแนน", *(",".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fingerprints(folder):
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_scores_that_call_themselves_invented_are_asked_about_before_they_are_saved(run):
    code, [answer] = run("import", SCORES_FILE)

    asked = [one for one in answer["problems"] if one["blocking"]]
    assert (code, answer["saved"]) == (1, False)
    assert [(one["code"], one["cell"], one["expected"]) for one in asked] == [
        ("ask-kind", "A1", "sample-words")
    ]


def test_the_real_plan_and_scores_are_answered_sheet_by_sheet(run):
    code, answers = run("import", PLAN_FILE, SCORES_FILE, "--kind", "result")
    assert code == 0
    assert [answer["form"] for answer in answers] == ["plan", "scores-long"]
    assert [answer["file"] for answer in answers] == [PLAN_FILE.name, SCORES_FILE.name]
    assert [answer["batch_id"] for answer in answers] == [1, 2]
    assert answers[0]["added"] == 12
    assert answers[1]["added"] == answers[1]["rows_imported"] > 100
    for answer in answers:
        assert set(answer) >= ANSWER
        assert answer["rows_read"] == answer["rows_imported"] + answer["rows_rejected"]
        assert all(set(problem) >= PROBLEM for problem in answer["problems"])
    assert not any(problem["blocking"] for problem in answers[0]["problems"])


def test_the_same_file_twice_changes_nothing(run, tmp_path):
    path = score_file(tmp_path, "a.csv", (2568, "IIT", 80.5), (2568, "EIT", 81))
    _code, first = run("import", path)
    code, second = run("import", path)
    assert code == 0
    assert (first[0]["added"], first[0]["repeated"]) == (2, False)
    assert second[0]["batch_id"] == first[0]["batch_id"]
    assert [second[0][name] for name in ("added", "changed", "unchanged")] == [0, 0, 2]
    assert len(run("batches")[1]) == 1


def test_a_dry_run_counts_and_leaves_every_file_as_it_was(run, tmp_path, empty_store):
    run("import", score_file(tmp_path, "a.csv", (2568, "IIT", 80.5), (2568, "EIT", 81)))
    before = fingerprints(empty_store.parent)
    changed = score_file(tmp_path, "b.csv", (2568, "IIT", 80.75), (2568, "EIT", 81), (2568, 1, 70))
    code, answers = run("import", changed, "--dry-run")
    assert code == 0
    assert answers[0]["batch_id"] is None
    assert [answers[0][name] for name in ("added", "changed", "unchanged")] == [1, 1, 1]
    assert fingerprints(empty_store.parent) == before


def test_a_dry_run_leaves_an_empty_store_empty(run, tmp_path):
    code, answers = run("import", score_file(tmp_path, "a.csv", (2568, "IIT", 80)), "--dry-run")
    assert (code, answers[0]["added"], answers[0]["saved"]) == (0, 1, False)
    assert run("batches")[1] == []


def test_a_sheet_with_a_blocking_problem_is_told_and_the_others_are_saved(run, tmp_path):
    good = [("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "IIT", 80), (2568, "EIT", 81)]
    bad = [("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "IIT", 80), (2568, "OIT", 120)]
    path = tmp_path / "two.xlsx"
    path.write_bytes(books_of({"ถูก": good, "ผิด": bad}))
    code, answers = run("import", path)
    assert code == 1
    assert [answer["batch_id"] for answer in answers] == [1, None]
    assert [answer["saved"] for answer in answers] == [True, False]
    blocking = [problem for problem in answers[1]["problems"] if problem["blocking"]]
    assert [(one["code"], one["sheet"], one["cell"], one["value"]) for one in blocking] == [
        ("score-out-of-range", "ผิด", "C3", "120")
    ]
    assert {row["code"]: row["score"] for row in run("scores")[1]} == {"EIT": 81, "IIT": 80}


def test_a_sheet_of_notes_beside_scores_is_told_and_blocks_nothing(run, tmp_path):
    rows = [("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "IIT", 80), (2568, "EIT", 81)]
    path = tmp_path / "notes.xlsx"
    path.write_bytes(books_of({"หมายเหตุ": [("โทรถามกองคลัง",)], "คะแนน": rows}))
    code, answers = run("import", path)
    assert code == 0
    assert [answer["set_aside"] for answer in answers] == [True, False]
    assert [problem["code"] for problem in answers[0]["problems"]] == ["nothing-recognised"]
    assert not answers[0]["problems"][0]["blocking"]
    assert run("import", path, "--form", "scores-long", "--dry-run")[0] == 0


def test_a_workbook_with_nothing_to_recognise_blocks(run, tmp_path):
    path = tmp_path / "notes.xlsx"
    path.write_bytes(books_of({"หมายเหตุ": [("โทรถามกองคลัง",)]}))
    code, answers = run("import", path)
    assert code == 1
    assert answers[0]["form"] is None
    assert [problem["code"] for problem in answers[0]["problems"]] == ["nothing-recognised"]
    assert answers[0]["problems"][0]["blocking"]


def test_a_sheet_that_was_asked_for_is_the_only_one_read(run, tmp_path):
    rows = [("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "IIT", 80)]
    path = tmp_path / "two.xlsx"
    path.write_bytes(books_of({"หนึ่ง": rows, "สอง": rows}))
    code, answers = run("import", path, "--sheet", " สอง")
    assert (code, [answer["sheet"] for answer in answers]) == (0, ["สอง"])
    code, answers = run("import", path, "--sheet", "สาม")
    assert (code, answers[0]["sheet"]) == (1, "สาม")
    assert [problem["code"] for problem in answers[0]["problems"]] == ["no-such-sheet"]
    assert "หนึ่ง, สอง" in answers[0]["problems"][0]["message"]


def test_an_unreadable_file_is_an_answer_and_the_next_file_is_imported(run, tmp_path):
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04" + b"\0" * 60)
    good = score_file(tmp_path, "good.csv", (2568, "IIT", 80))
    code, answers = run("import", damaged, good)
    assert code == 1
    assert [answer["file"] for answer in answers] == ["damaged.xlsx", "good.csv"]
    assert set(answers[0]) >= ANSWER
    assert [problem["code"] for problem in answers[0]["problems"]] == ["unreadable"]
    assert answers[0]["problems"][0]["value"] == "damaged"
    assert answers[1]["batch_id"] == 1


def test_a_sheet_without_any_score_is_an_answer_and_the_next_file_is_imported(run, tmp_path):
    blank = score_file(tmp_path, "blank.csv")
    absent = score_file(tmp_path, "absent.csv", (2568, "IIT", "ไม่ประเมิน"))
    good = score_file(tmp_path, "good.csv", (2568, "IIT", 80))
    code, answers = run("import", blank, absent, good)
    assert code == 1
    assert [answer["saved"] for answer in answers] == [False, False, True]
    assert [[problem["code"] for problem in answer["problems"]] for answer in answers] == [
        ["empty-sheet"],
        ["not-assessed"],
        [],
    ]
    assert run("import", absent)[0] == 0


def test_the_workbook_of_a_division_is_saved_and_what_others_reported_since_is_left_to_a_person(
    run, tmp_path, empty_store
):
    database = open_database(empty_store).acting_as(planner_here("ผู้วางแผน"))
    plan(database, "i10", "i11")
    blank = handed_out(database)
    database.close()
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    first.write_bytes(entered(blank, "2569-04-i10", percent=0.3, status="กำลังดำเนินการ"))
    second.write_bytes(entered(blank, "2569-04-i10", percent=0.7, status="กำลังดำเนินการ"))
    dry = run("import", first, "--sheet", "รายงาน", "--dry-run")[1][0]
    code, (answer,) = run("import", first, "--sheet", "รายงาน")
    assert (code, answer["form"], answer["batch_id"]) == (0, "status", 2)
    assert (dry["added"], answer["added"], dry["saved"], answer["saved"]) == (1, 1, False, True)
    code, (answer, other) = run(
        "import", second, score_file(tmp_path, "a.csv", (2568, "IIT", 80)), "--sheet", "รายงาน"
    )
    assert (code, answer["saved"]) == (1, False)
    assert "reported-since" in [problem["code"] for problem in answer["problems"]]
    assert other["problems"][0]["code"] == "no-such-sheet"


def test_files_may_stand_on_both_sides_of_an_option(run, tmp_path):
    first = score_file(tmp_path, "a.csv", (2568, "IIT", 80))
    second = score_file(tmp_path, "b.csv", (2568, "EIT", 80))
    answers = run("import", "--provisional", first, "--dry-run", second)[1]
    assert [answer["file"] for answer in answers] == ["a.csv", "b.csv"]
    assert {answer["dry_run"] for answer in answers} == {True}
    assert run("import", first, "--dry-runs", second)[1]["error"]["code"] == "usage"


def test_a_file_that_is_not_there_refuses_the_whole_command(run, tmp_path):
    good = score_file(tmp_path, "good.csv", (2568, "IIT", 80))
    code, document = run("import", good, tmp_path / "missing.csv")
    assert (code, document["error"]["code"]) == (2, "no-such-file")
    assert run("batches")[1] == []


def test_choices_settle_what_the_file_leaves_open(run, tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("รหัส,คะแนน\nIIT,80\nEIT,81\nOIT,90\n", encoding="utf-8")
    code, answers = run("import", path)
    assert code == 1
    assert "ask-year" in [problem["code"] for problem in answers[0]["problems"]]
    code, answers = run("import", path, "--year", "๒๕๖๗", "--provisional")
    assert code == 0
    rows = run("scores")[1]
    published = [row for row in rows if row["basis"] == "published"]
    assert {(row["year"], row["provisional"]) for row in published} == {(2567, True)}


def test_scores_of_another_agency_are_found_by_its_name_and_not_as_ones_own(run, tmp_path):
    path = score_file(tmp_path, "other.csv", (2568, "IIT", 80))
    assert run("import", path, "--agency", "อบต.ตระการ")[0] == 0
    assert run("scores")[1] == []
    assert [row["agency"] for row in run("scores", "--agency", "ตระการ")[1]] == ["อบต.ตระการ"]
    assert len(run("scores", "--all-agencies")[1]) == 1


def test_nothing_to_import_is_wrong_usage(run):
    code, document = run("import")
    assert (code, document["error"]["code"]) == (2, "nothing-to-import")


def test_undo_brings_the_older_value_back(run, tmp_path):
    run("import", score_file(tmp_path, "a.csv", (2568, "IIT", 80)))
    run("import", score_file(tmp_path, "b.csv", (2568, "IIT", 85)))
    assert [row["score"] for row in run("scores")[1]] == [85]
    code, row = run("undo", 2)
    assert (code, row["batch_id"], row["state"]) == (0, 2, "undone")
    assert [row["score"] for row in run("scores")[1]] == [80]
    code, document = run("undo", 2)
    assert (code, document["error"]["code"]) == (2, "batch-already-undone")


def test_the_ledger_holds_iso_moments_in_thai_time_and_null_for_what_is_not(run, tmp_path):
    run("import", score_file(tmp_path, "a.csv", (2568, "IIT", 80)))
    row = run("batches")[1][0]
    assert row["imported_at"].endswith("+07:00")
    assert (row["undone_at"], row["undone_by"]) == (None, None)
    assert (row["file_name"], row["seen"], row["rows_read"]) == ("a.csv", True, 1)


def test_words_go_to_stderr_and_nothing_to_stdout(capsys, tmp_path):
    code = main(["import", str(score_file(tmp_path, "a.csv", (2568, "IIT", 101)))])
    told = capsys.readouterr()
    assert code == 1
    assert told.out == ""
    assert "a!C2" in told.err
    assert "101" in told.err


def test_what_a_sheet_is_is_told_and_asked_for_with_its_own_codes(run, tmp_path, capsys):
    path = tmp_path / "asked.csv"
    rows = "เป้าหมาย ITA ปี 2568 และ 2567 โรงเรียนบ้านโคก,\nตัวชี้วัด,คะแนน\nIIT,80.5\nEIT,81.5\n"
    path.write_text(rows, encoding="utf-8")
    assert main(["import", str(path)]) == 1
    told = capsys.readouterr().err
    assert all(option in told for option in ("--kind result", "--agency", "--year"))
    settled = ("--kind", "result", "--agency", "อบต.กุศกร")
    code, (answer,) = run("import", path, *settled)
    assert (code, [one["code"] for one in answer["problems"]]) == (1, ["ask-year"])
    code, (answer,) = run("import", path, *settled, "--year", "2568")
    assert (code, answer["kind"], answer["agency"], answer["year"]) == (
        0,
        "result",
        "อบต.กุศกร",
        2568,
    )
    assert {row["what"] for row in answer["identity"] if row["by_person"]} == {
        "kind",
        "agency",
        "year",
    }
    code, (answer,) = run("import", path, *settled[2:], "--year", "2568", "--kind", "target")
    assert (code, [one["code"] for one in answer["problems"]]) == (1, ["targets-not-kept"])


def test_two_sheets_with_other_values_are_both_asked_about(run, tmp_path):
    rows = [("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "IIT", 80.5)]
    path = tmp_path / "two.xlsx"
    path.write_bytes(books_of({"หนึ่ง": rows, "สอง": [rows[0], (2568, "IIT", 81.5)]}))
    code, answers = run("import", path)
    assert code == 1
    assert [[one["code"] for one in answer["problems"]] for answer in answers] == [["ask-kind"]] * 2
    assert run("import", path, "--sheet", "สอง")[0] == 0
