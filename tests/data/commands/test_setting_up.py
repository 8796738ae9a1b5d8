"""A store is set up from the command line, or by the first file that plainly names one agency."""

import shutil

import pytest

from data.commands.running import main
from data.database import catalogue, open_database
from data.examples import PLAN_FILE, example_path, example_store
from data.framework import apart, organisation
from data.framework.files import packaged_parts
from queries import batches
from tests.helpers.answers import answered
from tests.helpers.workbooks import book_of

NAUDOM = ("--kind", "ทต.", "--name", "นาอุดม", "--district", "นิคมคำสร้อย", "--province", "มุกดาหาร")
OWN = ("--division", "สำนักปลัด", "--division", "กองคลัง", "--division", "กองช่าง")


@pytest.fixture(scope="module")
def nobodys(tmp_path_factory):
    """Give the folder of an empty store that nobody has set up, made once and only copied from."""
    folder = tmp_path_factory.mktemp("nobodys")
    with pytest.MonkeyPatch.context() as patch, apart():
        patch.setattr(catalogue, "packaged_parts", packaged_parts)
        open_database(folder / "ita.duckdb").close()
    return folder


@pytest.fixture
def run_unset(empty_store, run, nobodys, nobody_set_up):  # noqa: ARG001  for the commands
    """Give `run` on a store that is there, and nobody has set up."""
    shutil.copytree(nobodys, empty_store.parent, dirs_exist_ok=True)
    return run


@pytest.fixture
def run_fresh(empty_store, run, nobody_set_up):  # noqa: ARG001  for the commands
    """Give `run` on a store that is not there yet."""
    empty_store.unlink()
    return run


def test_a_store_is_set_up_and_a_second_time_changes_nothing(run_fresh):
    code, first = run_fresh("setup", *NAUDOM, *OWN)
    again = run_fresh("setup", *NAUDOM)[1]

    assert (code, first["name"], first["changed"]) == (0, "เทศบาลตำบลนาอุดม", True)
    assert first["divisions"] == again["divisions"] == ["สำนักปลัด", "กองคลัง", "กองช่าง"]
    assert (again["changed"], again["batch_id"]) == (False, None)
    assert [row["kind"] for row in run_fresh("batches")[1]] == ["catalogue"]


def test_setting_up_is_undone_like_an_import(run_unset):
    batch_id = run_unset("setup", *NAUDOM, *OWN)[1]["batch_id"]

    assert run_unset("undo", batch_id)[0] == 0

    assert not organisation().is_set_up


def test_divisions_that_nobody_names_are_those_proposed_for_the_kind(run_unset):
    assert "กองสาธารณสุขและสิ่งแวดล้อม" in run_unset("setup", *NAUDOM)[1]["divisions"]


def test_a_division_with_two_meanings_is_refused_and_nothing_is_written(run_unset):
    twice = ("--division", "กองคลัง", "--division", "กอง คลัง")
    code, answer = run_unset("setup", *NAUDOM, *twice)

    assert (code, answer["error"]["code"]) == (2, "faulty-framework")
    assert run_unset("batches")[1] == []


@pytest.mark.usefixtures("run_fresh")
def test_the_first_file_that_names_one_agency_sets_the_store_up_and_says_so(empty_store, capsys):
    assert main(["import", str(PLAN_FILE)]) == 0

    said = capsys.readouterr().err
    assert "องค์การบริหารส่วนตำบลกุศกร" in said
    assert PLAN_FILE.name in said
    opened = open_database(empty_store)
    assert batches.batches(opened)["kind"].tolist() == ["plan", "catalogue"]
    assert organisation().short_name == "อบต.กุศกร"
    opened.close()


@pytest.mark.usefixtures("run_unset")
def test_the_place_behind_the_name_in_the_first_file_is_that_of_the_agency(tmp_path):
    path = tmp_path / "คะแนน.xlsx"
    title = ("ผลการประเมิน ITA ของเทศบาลตำบลนาอุดม อำเภอนิคมคำสร้อย จังหวัดมุกดาหาร",)
    rows = ("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "รวม", 86.5)
    path.write_bytes(book_of(title, *rows))

    assert main(["import", str(path)]) == 0

    home = organisation()
    told = (home.short_name, home.district, home.province)
    assert told == ("ทต.นาอุดม", "นิคมคำสร้อย", "มุกดาหาร")


def test_a_dry_run_sets_nothing_up(run_fresh):
    assert run_fresh("import", PLAN_FILE, "--dry-run")[0] == 0
    assert run_fresh("batches")[1] == []


def test_a_file_that_names_no_agency_waits_until_somebody_has_said_whose_store_it_is(
    run_unset, tmp_path, capsys
):
    path = tmp_path / "คะแนน.xlsx"
    path.write_bytes(book_of(("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "รวม", 86.5)))

    assert main(["import", str(path), "--json"]) == 2

    assert answered(capsys.readouterr().out)["error"]["code"] == "not-set-up"
    assert run_unset("batches")[1] == []


def test_the_example_is_built_beside_the_store_and_what_is_not_of_it_stays(
    empty_store, run_fresh, monkeypatch
):
    # What it is filled with has tests of its own.
    monkeypatch.setattr(example_store, "_fill", lambda _database: None)
    beside = example_path(empty_store).parents[1]
    own, older = beside / "ของสำนักงาน", beside / "0123456789ab"
    for folder in (own, older):
        folder.mkdir(parents=True)

    code, answer = run_fresh("examples")

    assert (code, answer["path"]) == (0, str(example_path(empty_store)))
    assert example_path(empty_store).exists()
    assert (own.exists(), older.exists()) == (True, False)
