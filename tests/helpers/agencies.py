"""Two agencies in one database: of the same plan and scores, so that a mixture would be seen."""

import shutil
from contextlib import closing
from dataclasses import replace

from data.catalogue import set_up, write_roster
from data.database import Database, copy_store, open_database
from data.database.registers import register_for
from data.examples import example_agency
from data.framework import Roster, apart
from data.model.access import Person, Role, planner_here

HERE, THERE = "kutsakon", "naudom"
PLANNER = planner_here("ผู้วางแผน")
PEOPLE = {
    HERE: (
        Person("แผน", "plan@kutsakon.go.th", Role.PLANNER),
        Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, ("กองคลัง",)),
        Person("สองแห่ง", "both@mukdahan.go.th", Role.VIEWER),
    ),
    THERE: (
        Person("แผน", "plan@naudom.go.th", Role.PLANNER),
        Person("สองแห่ง", "Both@mukdahan.go.th", Role.PLANNER),
    ),
}


def place_of(place, code):
    """Give the store of an agency of a database."""
    return replace(place, agency=code)


def bring_in(place, code, file):
    """Add an agency that holds what a file does."""
    register_for(place).add(code)
    with (
        apart(),
        closing(open_database(file)) as source,
        closing(Database(place_of(place, code))) as target,
    ):
        return copy_store(source.acting_as(PLANNER), target.acting_as(PLANNER))


def two_agencies(place, examples, folder):
    """Fill a database with two agencies, of which the second has another name."""
    shutil.copytree(examples, folder, dirs_exist_ok=True)
    for code in (HERE, THERE):
        bring_in(place, code, folder / "ita.duckdb")
    with apart(), closing(open_database(place_of(place, THERE)).acting_as(PLANNER)) as there:
        set_up(there, replace(example_agency(), name="นาอุดม"), "ก")
    return place


def listed_people(place):
    """Let each of two agencies list people of its own, one of them in both."""
    for code, people in PEOPLE.items():
        with apart(), closing(open_database(place_of(place, code)).acting_as(PLANNER)) as store:
            write_roster(store, Roster(people), "ก")
    register_for(place).close()


def user(email, **claims):
    """Give what a provider says of who signed in."""
    return {"is_logged_in": True, "email": email, "name": email, **claims}
