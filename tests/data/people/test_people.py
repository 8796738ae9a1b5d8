"""The file of people: whom it lets in as what, and that a faulty one lets in nobody."""

import os
import re
import textwrap
from pathlib import Path

import pytest

from data.framework.tables import Fault
from data.model.access import Action, Role, may
from data.model.errors import FaultyPeopleError
from data.people.roster import FILE_NAME, people, people_path
from data.words import failures

LISTED = """
[[person]]
email = "Plan@Kutsakon.go.th"
name = "สมหญิง"
role = "planner"

[[person]]
email = "finance@kutsakon.go.th"
role = "reporter"
divisions = ["กองคลัง"]

[[person]]
email = "mayor@kutsakon.go.th"
role = "viewer"
"""


@pytest.fixture
def listed(tmp_path):
    """Give a function that reads people from a text."""

    def read(text):
        path = tmp_path / "people.toml"
        path.write_text(text, encoding="utf-8")
        return people(path)

    return read


def claims(email, **more):
    known = {"is_logged_in": True, "email_verified": True, "name": "ชื่อจากผู้ให้บริการ"}
    return known | {"email": email} | more


@pytest.mark.parametrize(
    ("email", "role", "divisions"),
    [
        ("plan@kutsakon.go.th", Role.PLANNER, ()),
        (" PLAN@kutsakon.GO.TH ", Role.PLANNER, ()),
        ("finance@kutsakon.go.th", Role.REPORTER, ("กองคลัง",)),
        ("mayor@kutsakon.go.th", Role.VIEWER, ()),
        ("plan@kutsakon.go.th.example.org", None, ()),
        ("", None, ()),
    ],
)
def test_an_email_gets_the_role_it_is_listed_with_and_no_other_gets_any(
    listed, email, role, divisions
):
    found = listed(LISTED).recognise(claims(email))

    assert (found.role, found.divisions, found.local) == (role, divisions, False)


def test_the_name_is_the_one_listed_and_not_what_the_provider_says(listed):
    assert listed(LISTED).recognise(claims("plan@kutsakon.go.th")).name == "สมหญิง"


@pytest.mark.parametrize("verified", [False, None, "true", "false", 1])
def test_an_email_its_provider_has_not_confirmed_gets_no_role(listed, verified):
    found = listed(LISTED).recognise(claims("plan@kutsakon.go.th", email_verified=verified))

    assert found.role is None


def test_a_file_may_name_another_claim_that_confirms_the_email(listed):
    known = listed(f'verified_claim = "xms_edov"\n{LISTED}')

    found = [
        known.recognise(claims("plan@kutsakon.go.th", email_verified=True, xms_edov=one)).role
        for one in (True, False, "1")
    ]
    assert found == [Role.PLANNER, None, None]


def test_without_a_file_nobody_has_a_role(tmp_path):
    found = people(tmp_path / "people.toml").recognise(claims("plan@kutsakon.go.th"))

    assert not any(may(found, action) for action in Action)


def test_a_change_of_the_file_counts_at_once(listed, tmp_path):
    listed(LISTED)
    path = tmp_path / "people.toml"
    path.write_text(LISTED.replace('role = "planner"', 'role = "viewer" '), encoding="utf-8")
    os.utime(path, ns=(1, 1))

    assert people(path).recognise(claims("plan@kutsakon.go.th")).role is Role.VIEWER


@pytest.mark.parametrize(
    ("told", "role", "divisions"),
    [
        ({"ita": "planner"}, Role.PLANNER, ()),
        ({"ita": ["staff", "reporter"], "unit": ["กองคลัง"]}, Role.REPORTER, ("กองคลัง",)),
        ({"ita": "reporter", "unit": "กองที่ไม่มี"}, Role.REPORTER, ()),
        ({"ita": "administrator"}, None, ()),
        ({"ita": 7}, None, ()),
        ({"role": "planner"}, None, ()),
        ({}, None, ()),
    ],
)
def test_a_role_comes_from_the_claim_the_file_names(listed, told, role, divisions):
    found = listed('role_claim = "ita"\ndivision_claim = "unit"\n')

    person = found.recognise(claims("who@example.org", **told))

    assert (person.role, person.divisions) == (role, divisions)


def test_no_claim_gives_a_role_unless_the_file_names_it(listed):
    assert listed(LISTED).recognise(claims("who@example.org", role="planner")).role is None


def test_who_is_listed_keeps_his_role_whatever_the_claim_says(listed):
    found = listed(f'role_claim = "ita"\n{LISTED}')

    assert found.recognise(claims("mayor@kutsakon.go.th", ita="planner")).role is Role.VIEWER


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("[[person]", "", Fault.NOT_TOML),
        ('[[person]]\nrole = "planner"', "person[1].email", Fault.MISSING),
        ('[[person]]\nemail = "a@b.c"', "person[1].role", Fault.MISSING),
        ('[[person]]\nemail = "a@b.c"\nrole = "admin"', "person[1].role", Fault.UNKNOWN_WORD),
        ('[[person]]\nemail = "a@b.c"\nrole = "reporter"', "person[1].divisions", Fault.MISSING),
        (
            '[[person]]\nemail = "a@b.c"\nrole = "reporter"\ndivisions = ["กองที่ไม่มี"]',
            "person[1].divisions",
            Fault.UNKNOWN_WORD,
        ),
        (
            '[[person]]\nemail = "a@b.c"\nrole = "viewer"\npassword = "x"',
            "person[1].password",
            Fault.UNKNOWN_KEY,
        ),
        (
            LISTED + '[[person]]\nemail = "PLAN@kutsakon.go.th"\nrole = "viewer"',
            "person[4].email",
            Fault.REPEATED,
        ),
        ('[person]\nemail = "a@b.c"', "person", Fault.NOT_A_LIST),
        ("everyone = true", "everyone", Fault.UNKNOWN_KEY),
    ],
)
def test_a_faulty_file_is_refused_with_the_place(listed, text, place, reason):
    with pytest.raises(FaultyPeopleError) as fault:
        listed(text)

    assert fault.value.reason == reason
    assert place in fault.value.place
    assert "people.toml" in failures.failure(fault.value)


def test_the_file_is_found_beside_the_store_or_where_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "store" / "ita.duckdb"))
    monkeypatch.delenv("ITA_PEOPLE", raising=False)

    assert people_path() == tmp_path / "store" / FILE_NAME

    monkeypatch.setenv("ITA_PEOPLE", str(tmp_path / "elsewhere.toml"))

    assert people_path() == tmp_path / "elsewhere.toml"


def test_the_example_of_the_guide_lets_in_whom_it_names(listed):
    guide = (Path(__file__).parents[3] / "data" / "ADMIN.md").read_text(encoding="utf-8")
    example = textwrap.dedent(
        re.search(r" *```toml\n(.*?\[\[person\]\].*?) *```", guide, re.DOTALL)[1]
    )

    found = listed(example)

    assert found.recognise(claims("plan@kutsakon.go.th")).role is Role.PLANNER
    assert found.recognise(claims("finance@kutsakon.go.th")).divisions == ("กองคลัง",)
