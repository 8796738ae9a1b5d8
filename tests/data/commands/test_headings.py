"""`import` reads the columns of a heading as a person once said on the page."""

import shutil
from contextlib import closing
from dataclasses import replace

import pytest

from data.commands.running import main
from data.database import HeadingMatch, Source, kind_questions, open_database, save, save_reports
from data.importers import Choices, read_sheets
from data.model.access import planner_here
from data.model.identity import SheetKind
from data.model.records import Form
from data.words import commands as words
from tests.helpers.answers import answered
from tests.roundtrips import LEAD, entered, filled_in, handed_out, plan
from tests.sheet_reading import heading_fingerprint, read

FIRST = "ปีที่,เรื่อง,ผลที่ได้\n2568,IIT,85.5\n".encode()
SECOND = "ปีที่,เรื่อง,ผลที่ได้\n2569,EIT,90.5\n".encode()
COLUMNS = {0: "year", 1: "code", 2: "score"}


@pytest.fixture(scope="module")
def remembered(tmp_path_factory, blank):
    """Give the folder of a store that remembers what the columns of a heading are."""
    folder = tmp_path_factory.mktemp("remembered")
    shutil.copytree(blank, folder, dirs_exist_ok=True)
    with closing(open_database(folder / "ita.duckdb")) as opened:
        remember(opened)
    return folder


@pytest.fixture
def remembering(empty_store, remembered):
    """Name a copy of that store to the commands."""
    shutil.copytree(remembered, empty_store.parent)


def remember(opened):
    sheet = read_sheets("ก.csv", FIRST)[0]
    unsaid = Choices(agency="อบต.กุศกร", columns=COLUMNS)
    imported = read(sheet, replace(unsaid, kind=SheetKind.RESULT))
    match = HeadingMatch(
        heading_fingerprint(sheet),
        imported.form,
        COLUMNS,
        "ผู้วางแผน",
        kind=SheetKind.RESULT,
        asked=kind_questions(read(sheet, unsaid).problems),
    )
    save(opened.acting_as(planner_here("ผู้วางแผน")), imported, Source("ก.csv", FIRST, "ก"), match)


def second_file(folder):
    path = folder / "ข.csv"
    path.write_bytes(SECOND)
    return str(path)


@pytest.mark.usefixtures("remembering")
def test_a_remembered_heading_is_read_by_the_command_line_too(tmp_path, capsys):
    code = main(["import", second_file(tmp_path), "--json"])

    [answer] = answered(capsys.readouterr().out)
    assert (code, answer["added"], answer["form"]) == (0, 1, "scores-long")


@pytest.mark.usefixtures("remembering")
def test_the_command_line_says_that_it_used_what_was_remembered(tmp_path, capsys):
    main(["import", second_file(tmp_path)])

    assert words.COLUMNS_REMEMBERED.format(person="ผู้วางแผน") in capsys.readouterr().err


@pytest.mark.usefixtures("own_store")
def test_headings_nobody_explained_stay_unknown(tmp_path, capsys):
    code = main(["import", second_file(tmp_path), "--json"])

    [answer] = answered(capsys.readouterr().out)
    assert (code, answer["form"]) == (1, None)
    assert answer["saved"] is False


def test_a_workbook_of_a_division_is_read_by_what_was_remembered_of_its_headings(
    tmp_path, own_store, capsys
):
    path = tmp_path / "กองคลัง.xlsx"
    opened = open_database(own_store).acting_as(planner_here("ผู้วางแผน"))
    plan(opened, "i10")
    renamed = renamed_workbook(opened, percent=40)
    [sheet] = [one for one in read_sheets(path.name, renamed) if one.name == LEAD]
    match = HeadingMatch(heading_fingerprint(sheet), Form.STATUS, {5: "status"}, "ผู้วางแผน")
    imported = read(sheet, Choices(form=Form.STATUS, columns=match.columns))
    save_reports(opened, imported, Source(path.name, renamed, "ก"), {}, match)
    path.write_bytes(renamed_workbook(opened, percent=60))
    opened.close()

    code = main(["import", str(path), "--sheet", LEAD, "--json"])

    [answer] = answered(capsys.readouterr().out)
    assert (code, answer["form"], answer["changed"]) == (0, "status", 1)


def renamed_workbook(database, percent):
    filled = entered(handed_out(database), "2569-04-i10", status="กำลังดำเนินการ", percent=percent)
    return filled_in(filled, lambda sheet: sheet.__setitem__("F4", "ทำถึงไหนแล้ว"))
