"""Reports without our ids on the command line: asked, answered by row, saved."""

import pytest

from data.commands.running import main
from data.model.records import Status
from tests.corpus.named_reports import FIRST, FOURTH, SIXTH, official

UNKNOWN = "ปลูกต้นไม้รอบสำนักงานและดูแลสวนสาธารณะ"


@pytest.fixture
def report(tmp_path, sample_store):  # noqa: ARG001  the plan is in the store
    path = tmp_path / "รายงานผล.csv"
    rows = ((1, FIRST, "ดำเนินการแล้ว"), (2, UNKNOWN, "เสร็จ"), (3, FOURTH, "จัดอบรมแล้ว 2 ครั้ง"))
    told = [(at, action, "", said, "", "", "") for at, action, said in rows]
    path.write_bytes(official(*told)())
    return path


def open_questions(answer):
    return [(one["code"], one["value"]) for one in answer["problems"] if one["blocking"]]


def test_open_rows_are_asked_by_their_numbers_and_nothing_is_saved(report, run):
    code, (answer,) = run("import", report)
    assert (code, answer["saved"]) == (1, False)
    assert open_questions(answer) == [("ask-measure", "4"), ("ask-status", "5")]
    assert (answer["rows_read"], answer["rows_imported"], answer["rows_rejected"]) == (3, 2, 1)


def test_the_answers_of_rows_are_saved(report, run):
    matches = ("--match", f"{SIXTH}=4", "--state", "in-progress=5")
    code, (answer,) = run("import", report, *matches)
    assert (code, answer["saved"], answer["added"]) == (0, True, 3)
    states = {row["measure_id"]: row["status"] for row in run("measures")[1]}
    assert states[SIXTH] == Status.DONE
    assert states[FOURTH] == Status.IN_PROGRESS


def test_a_row_can_be_left_out_and_is_told(report, run):
    code, (answer,) = run("import", report, "--match", "new=4", "--state", "done=5")
    assert (code, answer["added"], answer["rows_rejected"]) == (0, 2, 1)
    assert ("row-skipped", "B4") in [(one["code"], one["cell"]) for one in answer["problems"]]


@pytest.mark.parametrize("typed", ["done", "finished=5", "done=x", "done=0"])
def test_a_state_without_its_row_is_no_answer(typed, report, capsys):
    assert main(["import", str(report), "--state", typed]) == 2
    assert typed in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["50", "150=5", "half=5", "50=0"])
def test_a_percent_without_its_row_is_no_answer(typed, report, capsys):
    assert main(["import", str(report), "--percent", typed]) == 2
    assert typed in capsys.readouterr().err
