"""`import --conflicts`: what counts where somebody reported after a workbook was handed out."""

from functools import partial

import pytest

from data.commands.running import main
from data.database import open_database, report_status
from data.model.access import planner_here
from data.model.records import Keep, Status, StatusReport
from data.words import commands as words
from queries import measures
from tests.roundtrips import DAY, LEAD, enter, filled_in, handed_out, plan

FIRST, SECOND = "2569-04-i10", "2569-04-i11"
THEIRS = ("in-progress", "ของเขา")


@pytest.fixture
def opened(empty_store):
    """Give a function that opens the store of the commands, for the length of a call."""

    def call(do):
        database = open_database(empty_store).acting_as(planner_here("ผู้วางแผน"))
        try:
            return do(database)
        finally:
            database.close()

    call(lambda database: plan(database, "i10", "i11"))
    return call


@pytest.fixture
def run(opened, run):  # noqa: ARG001  the store has its measures
    """Give a function that runs `import` and gives its exit code and its answers."""
    return partial(run, "import")


def clashing(opened, folder, first=None, second=None):
    """Give a workbook filled in for both measures after others reported on the first one."""

    def edit(sheet):
        enter(sheet, FIRST, **({"status": "ยกเลิก", "note": "ของเรา"} if first is None else first))
        enter(sheet, SECOND, **({"status": "ยังไม่เริ่ม"} if second is None else second))

    path = folder / "กองคลัง.xlsx"
    path.write_bytes(filled_in(opened(handed_out), edit))
    report(opened)
    return path


def report(opened, note="ของเขา"):
    one = StatusReport(FIRST, Status.IN_PROGRESS, note=note, reported_by="คนอื่น")
    opened(lambda database: report_status(database, one))


def state(opened, measure_id=FIRST):
    found = opened(lambda database: measures.measures(database, as_of=DAY))
    row = found.set_index("measure_id").loc[measure_id]
    return row["status"], row["note"]


def of_lead(answers):
    return next(answer for answer in answers if answer["sheet"] == LEAD)


def told(answer):
    return [(one["code"], one["cell"], one["blocking"]) for one in answer["problems"]]


def counts(answer):
    return answer["added"], answer["changed"], answer["unchanged"]


def test_without_the_option_a_conflict_keeps_the_sheet_out_and_names_the_option(
    run, opened, tmp_path
):
    path = clashing(opened, tmp_path)

    code, answers = run(path)

    answer = of_lead(answers)
    assert (code, answer["saved"], counts(answer)) == (1, False, (0, 0, 0))
    assert told(answer) == [("reported-since", "A5", True)]
    assert "--conflicts" in answer["problems"][0]["message"]
    assert (state(opened), state(opened, SECOND)) == (THEIRS, ("not-reported", ""))


@pytest.mark.parametrize(
    ("side", "expected"),
    [("store", (THEIRS, (1, 0, 1))), ("file", (("cancelled", "ของเรา"), (1, 1, 0)))],
)
def test_the_option_decides_every_conflict_and_tells_each(run, opened, tmp_path, side, expected):
    path = clashing(opened, tmp_path)

    code, answers = run(path, "--conflicts", side)

    answer = of_lead(answers)
    assert (code, answer["saved"]) == (0, True)
    assert told(answer) == [("reported-since", "A5", False)]
    assert (answer["problems"][0]["value"], answer["rows_imported"]) == (FIRST, 2)
    assert (state(opened), counts(answer)) == expected
    assert state(opened, SECOND) == ("not-started", "")


@pytest.mark.parametrize("side", ["store", "file"])
def test_a_dry_run_counts_what_the_option_would_do_and_does_nothing(run, opened, tmp_path, side):
    path = clashing(opened, tmp_path)

    _, tried = run(path, "--conflicts", side, "--dry-run")
    assert (state(opened), of_lead(tried)["saved"]) == (THEIRS, False)
    _, done = run(path, "--conflicts", side)

    assert counts(of_lead(tried)) == counts(of_lead(done))


def test_keeping_the_store_everywhere_saves_nothing_and_is_done(run, opened, tmp_path):
    path = clashing(opened, tmp_path, second={})

    code, answers = run(path, "--conflicts", "store")

    answer = of_lead(answers)
    assert (code, answer["saved"], answer["batch_id"]) == (0, False, None)
    assert state(opened) == THEIRS


def test_the_same_file_again_does_not_win_over_a_still_newer_report(run, opened, tmp_path):
    path = clashing(opened, tmp_path)
    run(path, "--conflicts", "file")
    report(opened, "ใหม่กว่า")

    code, answers = run(path, "--conflicts", "file")

    assert (code, counts(of_lead(answers))) == (0, (0, 0, 2))
    assert state(opened) == ("in-progress", "ใหม่กว่า")


def test_what_the_file_says_is_not_forced_in_where_it_cannot_be_written(run, opened, tmp_path):
    path = clashing(opened, tmp_path, first={"status": "เสร็จ", "percent": 80})

    code, answers = run(path, "--conflicts", "file")
    assert (code, told(of_lead(answers))) == (1, [("report-out-of-range", "G5", True)])
    assert (state(opened), state(opened, SECOND)) == (THEIRS, ("not-reported", ""))

    code, answers = run(path, "--conflicts", "store")
    assert (code, told(of_lead(answers))) == (0, [("reported-since", "A5", False)])
    assert (state(opened), state(opened, SECOND)) == (THEIRS, ("not-started", ""))


def test_an_option_without_conflicts_changes_nothing(run, opened, tmp_path):
    path = tmp_path / "กองคลัง.xlsx"
    edit = {"status": "ยกเลิก"}
    path.write_bytes(filled_in(opened(handed_out), lambda sheet: enter(sheet, FIRST, **edit)))

    code, answers = run(path, "--conflicts", "store")

    assert (code, told(of_lead(answers)), state(opened)[0]) == (0, [], "cancelled")


@pytest.mark.parametrize("side", ["theirs", "ours", ""])
def test_a_side_that_is_none_is_refused(run, tmp_path, side):
    code, answer = run(tmp_path / "ก.xlsx", "--conflicts", side)

    assert (code, answer["error"]["code"]) == (2, "usage")


def test_words_say_how_a_conflict_was_decided(opened, tmp_path, capsys):
    path = clashing(opened, tmp_path)

    main(["import", str(path), "--conflicts", "file"])

    said = capsys.readouterr().err
    assert words.REPORTED_SINCE.format(measure=FIRST, by="คนอื่น") in said
    assert words.CONFLICT_ENDINGS[Keep.OURS] in said
