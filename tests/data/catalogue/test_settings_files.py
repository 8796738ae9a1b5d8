"""What an office decided for itself comes by a file: its picture stays, and so does a planner."""

from dataclasses import replace

import pytest

from data.catalogue.agency import write_office, write_roster
from data.database import undo
from data.framework import Roster, held, office
from data.model.access import Person, Role
from data.model.errors import NoPlannerLeftError
from tests.catalogues import packaged, save_part

PLANNER = Person("สมหญิง", "plan@example.go.th", Role.PLANNER)
VIEWER = Person("นายก", "mayor@example.go.th", Role.VIEWER)
NO_PLANNER = b"[[person]]\nemail = 'mayor@example.go.th'\nrole = 'viewer'\n"
BY_CLAIM = b"role_claim = 'roles'\n"


def test_a_file_of_the_office_says_nothing_of_its_picture(database):
    write_office(database, replace(office(), logo=b"PNG"), "ก")
    changed = packaged("office.toml", ("late_days = 0", "late_days = 7"))

    save_part(database, "office.toml", changed)

    assert (office().late_days, office().logo) == (7, b"PNG")


def test_a_file_of_people_keeps_a_planner_or_a_claim_that_can_make_one(database):
    write_roster(database, Roster((PLANNER, VIEWER)), "ก")

    with pytest.raises(NoPlannerLeftError):
        save_part(database, "people.toml", NO_PLANNER)
    assert held().roster.persons == (PLANNER, VIEWER)

    save_part(database, "people.toml", BY_CLAIM)
    assert held().roster.role_claim == "roles"


@pytest.mark.parametrize("local", [True, False])
def test_the_first_list_is_undone_by_whoever_can_still_get_in(database, local):
    planner = replace(PLANNER, local=local)
    batch = write_roster(database.acting_as(planner), Roster((PLANNER, VIEWER)), "ก")
    signed_in = database.acting_as(planner)

    if local:
        undo(signed_in, batch.batch_id, undone_by="ก")
        assert held().roster is None
    else:
        with pytest.raises(NoPlannerLeftError):
            undo(signed_in, batch.batch_id, undone_by="ก")
        assert held().roster.persons == (PLANNER, VIEWER)


def test_an_undo_that_would_leave_no_planner_changes_nothing(database, monkeypatch):
    # A store from before the rule may hold such a list.
    with monkeypatch.context() as before:
        before.setattr(Roster, "keeps_planner", True)
        write_roster(database, Roster((VIEWER,)), "ก")
    batch = write_roster(database, Roster((VIEWER, PLANNER)), "ก")

    with pytest.raises(NoPlannerLeftError):
        undo(database, batch.batch_id, undone_by="ก")

    assert held().roster.persons == (VIEWER, PLANNER)
