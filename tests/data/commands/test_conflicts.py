"""`import --conflicts`: what counts where somebody reported after a workbook was handed out."""

import shutil
from contextlib import closing
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


@pytest.fixture(scope="module")
def clash(tmp_path_factory, blank):
    """Give a workbook that was handed out, and the stores before and after somebody reported."""
    before, after = (tmp_path_factory.mktemp(name) for name in ("before", "after"))
    shutil.copytree(blank, before, dirs_exist_ok=True)
    with closing(stored(before)) as database:
        plan(database, "i10", "i11")
        content = handed_out(database)
    shutil.copytree(before, after, dirs_exist_ok=True)
    with closing(stored(after)) as database:
        report(database)
    return content, before, after


@pytest.fixture
def reported(empty_store, clash):
    """Give the folder of the store of the commands, where others reported on the first measure."""
    shutil.copytree(clash[2], empty_store.parent)
    return empty_store.parent


@pytest.fixture
def run(reported, run):  # noqa: ARG001  the store has its measures
    """Give a function that runs `import` and gives its exit code and its answers."""
    return partial(run, "import")


@pytest.fixture
def clashing(clash, tmp_path):
    """Give a function that fills in the workbook for both measures; gives its path."""

    def fill(first=None, second=None):
        ours, other = {"status": "ยกเลิก", "note": "ของเรา"}, {"status": "ยังไม่เริ่ม"}

        def edit(sheet):
            enter(sheet, FIRST, **(ours if first is None else first))
            enter(sheet, SECOND, **(other if second is None else second))

        path = tmp_path / "กองคลัง.xlsx"
        path.write_bytes(filled_in(clash[0], edit))
        return path

    return fill


def stored(folder):
    return open_database(folder / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))


def report(database, note="ของเขา"):
    one = StatusReport(FIRST, Status.IN_PROGRESS, note=note, reported_by="คนอื่น")
    report_status(database, one)


def states(folder):
    with closing(stored(folder)) as database:
        found = measures.measures(database, as_of=DAY).set_index("measure_id")
    return tuple((found.loc[one, "status"], found.loc[one, "note"]) for one in (FIRST, SECOND))


def of_lead(answers):
    return next(answer for answer in answers if answer["sheet"] == LEAD)


def told(answer):
    return [(one["code"], one["cell"], one["blocking"]) for one in answer["problems"]]


def counts(answer):
    return answer["added"], answer["changed"], answer["unchanged"]


def test_without_the_option_a_conflict_keeps_the_sheet_out_and_names_the_option(
    run, reported, clashing
):
    path = clashing()

    code, answers = run(path)

    answer = of_lead(answers)
    assert (code, answer["saved"], counts(answer)) == (1, False, (0, 0, 0))
    assert told(answer) == [("reported-since", "A5", True)]
    assert "--conflicts" in answer["problems"][0]["message"]
    assert states(reported) == (THEIRS, ("not-reported", ""))


@pytest.mark.parametrize(
    ("side", "expected"),
    [("store", (THEIRS, (1, 0, 1))), ("file", (("cancelled", "ของเรา"), (1, 1, 0)))],
)
def test_the_option_decides_every_conflict_and_tells_each(run, reported, clashing, side, expected):
    path = clashing()

    code, answers = run(path, "--conflicts", side)

    answer = of_lead(answers)
    assert (code, answer["saved"]) == (0, True)
    assert told(answer) == [("reported-since", "A5", False)]
    assert (answer["problems"][0]["value"], answer["rows_imported"]) == (FIRST, 2)
    first, second = states(reported)
    assert (first, counts(answer)) == expected
    assert second == ("not-started", "")


@pytest.mark.parametrize("side", ["store", "file"])
def test_a_dry_run_counts_what_the_option_would_do_and_does_nothing(run, reported, clashing, side):
    path = clashing()

    _, tried = run(path, "--conflicts", side, "--dry-run")
    assert (states(reported)[0], of_lead(tried)["saved"]) == (THEIRS, False)
    _, done = run(path, "--conflicts", side)

    assert counts(of_lead(tried)) == counts(of_lead(done))


def test_keeping_the_store_everywhere_saves_nothing_and_is_done(run, reported, clashing):
    path = clashing(second={})

    code, answers = run(path, "--conflicts", "store")

    answer = of_lead(answers)
    assert (code, answer["saved"], answer["batch_id"]) == (0, False, None)
    assert states(reported)[0] == THEIRS


def test_the_same_file_again_does_not_win_over_a_still_newer_report(run, reported, clashing):
    path = clashing()
    run(path, "--conflicts", "file")
    with closing(stored(reported)) as database:
        report(database, "ใหม่กว่า")

    code, answers = run(path, "--conflicts", "file")

    assert (code, counts(of_lead(answers))) == (0, (0, 0, 2))
    assert states(reported)[0] == ("in-progress", "ใหม่กว่า")


def test_what_the_file_says_is_not_forced_in_where_it_cannot_be_written(run, reported, clashing):
    path = clashing(first={"status": "เสร็จ", "percent": 80})

    code, answers = run(path, "--conflicts", "file")
    assert (code, told(of_lead(answers))) == (1, [("report-out-of-range", "G5", True)])
    assert states(reported) == (THEIRS, ("not-reported", ""))

    code, answers = run(path, "--conflicts", "store")
    assert (code, told(of_lead(answers))) == (0, [("reported-since", "A5", False)])
    assert states(reported) == (THEIRS, ("not-started", ""))


def test_an_option_without_conflicts_changes_nothing(run, reported, clash, clashing):
    shutil.copytree(clash[1], reported, dirs_exist_ok=True)
    path = clashing({"status": "ยกเลิก"}, {})

    code, answers = run(path, "--conflicts", "store")

    assert (code, told(of_lead(answers)), states(reported)[0][0]) == (0, [], "cancelled")


@pytest.mark.parametrize("side", ["theirs", "ours", ""])
def test_a_side_that_is_none_is_refused(run, tmp_path, side):
    code, answer = run(tmp_path / "ก.xlsx", "--conflicts", side)

    assert (code, answer["error"]["code"]) == (2, "usage")


@pytest.mark.usefixtures("reported")
def test_words_say_how_a_conflict_was_decided(clashing, capsys):
    path = clashing()

    main(["import", str(path), "--conflicts", "file"])

    said = capsys.readouterr().err
    assert words.REPORTED_SINCE.format(measure=FIRST, by="คนอื่น") in said
    assert words.CONFLICT_ENDINGS[Keep.OURS] in said
