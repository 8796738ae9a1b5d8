"""`audit` as typed: every write with its person, filtered, and written into files."""

import csv
import getpass
import io

import pytest

from data.commands.running import main
from data.database import open_database, undo
from data.model.access import Action, Person, Role
from data.model.errors import NotAllowedError
from data.words import access as words

VIEWER = Person("นายก", "mayor@kutsakon.go.th", Role.VIEWER)


@pytest.mark.usefixtures("sample_store")
def test_an_undo_on_the_command_line_is_logged_with_who_is_signed_in_to_the_machine(run):
    run("undo", 2)

    code, rows = run("audit")

    assert code == 0
    assert set(rows[0]) == {
        "audit_id",
        "logged_at",
        "person",
        "role",
        "action",
        "subject",
        "outcome",
        "detail",
    }
    assert (rows[0]["person"], rows[0]["role"]) == (getpass.getuser(), "planner")
    assert (rows[0]["action"], rows[0]["subject"], rows[0]["outcome"]) == ("undo", "#2", "allowed")
    assert [row["action"] for row in rows[1:]] == ["import", "import"]


def test_lines_are_asked_for_by_person_action_and_day(sample_store, run):
    opened = open_database(sample_store)
    with pytest.raises(NotAllowedError):
        undo(opened.acting_as(VIEWER), 1, undone_by="ก")
    opened.close()

    assert [row["outcome"] for row in run("audit", "--person", VIEWER.label)[1]] == ["refused"]
    assert [row["action"] for row in run("audit", "--action", "import")[1]] == ["import", "import"]
    assert run("audit", "--to", "2020-01-01")[1] == []
    assert len(run("audit", "--from", "2020-01-01")[1]) == 3


@pytest.mark.usefixtures("ask")
def test_in_words_nothing_that_fits_is_said(capsys):
    assert main(["audit", "--to", "2020-01-01"]) == 0
    assert capsys.readouterr().err.strip() == words.AUDIT_NONE_MATCH.format(all=2)


@pytest.mark.usefixtures("ask")
def test_the_file_has_the_lines_in_the_words_of_the_page(tmp_path):
    target = tmp_path / "audit.csv"

    assert main(["audit", "--action", "import", "--out", str(target)]) == 0

    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [row[words.HEADINGS["action"]] for row in rows] == [words.ACTIONS[Action.IMPORT]] * 2
    assert {row[words.HEADINGS["outcome"]] for row in rows} == {words.OUTCOMES["allowed"]}
