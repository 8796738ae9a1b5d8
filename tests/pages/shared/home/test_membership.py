"""Who enters which of several agencies in one database, and that no page mixes two of them."""

from contextlib import closing

import pytest

from data.catalogue import write_roster
from data.database import Source, open_database, report_status, save
from data.database.registers import register_for
from data.framework import Roster, apart
from data.model.access import Action, Area
from data.model.errors import NoAgencyError
from data.model.records import Status, StatusReport
from data.words import access as words
from data.words import navigation as navigation_words
from data.words.failures import failure
from pages.shared import identity, navigation, session
from pages.shared.home import membership
from tests.conftest import app_on, forget_app, open_by_link
from tests.faults import deeds
from tests.helpers.agencies import HERE, PEOPLE, PLANNER, THERE, place_of, user

UNKNOWN = words.UNKNOWN.partition("{person}")[2].partition("(")[0]
MEASURE = "2569-04-i11"
STEMS = [one for one in navigation.STEMS if one != navigation.FRESH]
SHORT = (navigation.FIRST, "linked_measures", "import_history")


def opened(email, stem=navigation.FIRST, /, **link):
    page = open_by_link(user(email), stem, **link)
    assert not page.exception
    return page


def told(page):
    """Give all that a page says: what it draws as text, and its tables."""
    texts = [
        one.value for kind in ("title", "markdown", "caption", "info") for one in page.get(kind)
    ]
    return "\n".join([*map(str, texts), *(one.value.to_string() for one in page.dataframe)])


def agency_of(page):
    given = page.query_params[membership.AGENCY]
    return given[0] if isinstance(given, list) else given


@pytest.mark.parametrize(
    ("email", "code"),
    [("plan@kutsakon.go.th", HERE), ("plan@naudom.go.th", THERE), ("PLAN@Naudom.go.th", THERE)],
)
@pytest.mark.usefixtures("several_read")
def test_a_person_of_one_agency_comes_into_that_one(email, code):
    assert agency_of(opened(email)) == code


@pytest.mark.usefixtures("several_read")
def test_who_is_listed_nowhere_is_told_so_and_sees_nothing():
    page = opened("who@example.org")

    assert [one.value for one in page.title] == [navigation_words.UNNAMED]
    assert UNKNOWN in page.warning[0].value
    assert not page.dataframe
    assert membership.AGENCY not in page.query_params


@pytest.mark.parametrize("code", [HERE, THERE, "nobody"])
@pytest.mark.usefixtures("several_read")
def test_a_link_to_an_agency_opens_it_for_nobody_who_is_not_of_it(code):
    page = opened("who@example.org", agency=code)
    assert UNKNOWN in page.warning[0].value

    page = opened("finance@kutsakon.go.th", agency=code)
    if code == HERE:
        assert agency_of(page) == HERE
    else:
        assert [one.value for one in page.warning] == [words.LINK_OF_ANOTHER]
        assert not page.dataframe


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.usefixtures("several_read")
def test_no_page_of_another_agency_is_shown_by_a_link(stem):
    page = opened("finance@kutsakon.go.th", stem, agency=THERE)

    assert [one.value for one in page.title] == [navigation_words.UNNAMED]
    assert not page.dataframe


@pytest.mark.usefixtures("several_read")
def test_an_email_that_nobody_vouches_for_opens_nothing():
    page = open_by_link(user("plan@kutsakon.go.th", email_verified=False), navigation.FIRST)

    assert membership.AGENCY not in page.query_params
    assert not page.dataframe


@pytest.mark.usefixtures("several_read")
def test_a_person_of_two_agencies_picks_one_and_the_session_and_its_links_keep_it():
    page = opened("both@mukdahan.go.th")
    assert [one.value for one in page.header] == [words.CHOOSE_AGENCY]
    assert not page.dataframe

    page = page.button(key=f"enter_{THERE}").click().run()

    assert not page.exception
    assert agency_of(page) == THERE
    page.query_params[membership.AGENCY] = HERE
    assert agency_of(page.run()) == THERE
    assert agency_of(opened("both@mukdahan.go.th", agency=HERE)) == HERE


@pytest.mark.usefixtures("several_read")
def test_what_a_person_may_do_is_what_his_agency_says_and_not_another_one():
    here = opened("both@mukdahan.go.th", "import_files", agency=HERE)
    there = opened("both@mukdahan.go.th", "import_files", agency=THERE)

    assert navigation_words.IMPORT not in [one.value for one in here.title]
    assert [one.value for one in there.title] == [navigation_words.IMPORT]


def test_who_was_struck_off_is_out_at_the_next_click(several_app):
    page = opened("finance@kutsakon.go.th")
    place = place_of(several_app, HERE)

    with apart(), closing(open_database(place).acting_as(PLANNER)) as store:
        write_roster(store, Roster(PEOPLE[HERE][:1]), "ก")
        try:
            told = page.run()
        finally:
            write_roster(store, Roster(PEOPLE[HERE]), "ก")

    assert not told.exception
    assert UNKNOWN in told.warning[0].value


def test_answers_kept_for_one_agency_are_shown_to_none_of_another(several_app):
    first = opened("plan@kutsakon.go.th", "linked_measures")
    before = told(opened("plan@naudom.go.th", "linked_measures"))
    with (
        apart(),
        closing(open_database(place_of(several_app, HERE)).acting_as(PLANNER)) as elsewhere,
    ):
        report = StatusReport(MEASURE, Status.DONE, percent=100, note="ของกุศกร", reported_by="ก")
        report_status(elsewhere, report)
        save(elsewhere, deeds.scores(7), Source("ก.csv", b"7", "ก"))

    here = told(first.run())
    there = told(opened("plan@naudom.go.th", "linked_measures"))

    assert here != there
    assert there == before


@pytest.mark.parametrize(
    "stem", [one if one in SHORT else pytest.param(one, marks=pytest.mark.long) for one in STEMS]
)
def test_every_page_says_of_an_agency_what_it_says_of_it_alone(stem, several_app):
    alone = told(opened("plan@kutsakon.go.th", stem))
    forget_app()

    for email in ("plan@naudom.go.th", "plan@kutsakon.go.th", "plan@naudom.go.th"):
        page = opened(email, stem)
        if email.endswith("kutsakon.go.th"):
            assert told(page) == alone
        else:
            assert told(page) != alone
    assert several_app


@pytest.mark.usefixtures("several_read")
def test_without_a_sign_in_a_planners_link_is_a_right_to_no_agency():
    assert identity.came_by_link()

    page = open_by_link({}, navigation.FIRST)

    assert [one.value for one in page.info] == [words.NOTHING_OPEN]
    assert not page.dataframe


def test_an_agency_that_is_open_to_readers_is_read_by_all_and_written_by_none(several_app):
    register_for(several_app).open_to_readers(THERE, is_open=True)

    for page in (open_by_link({}, navigation.FIRST), opened("who@example.org")):
        assert not page.exception
        assert agency_of(page) == THERE
    assert navigation_words.IMPORT not in [
        one.value for one in open_by_link({}, "import_files").title
    ]
    page = opened("finance@kutsakon.go.th", agency=THERE)
    assert agency_of(page) == THERE
    assert agency_of(opened("finance@kutsakon.go.th", agency=HERE)) == HERE


def test_a_thread_without_a_visitor_belongs_nowhere(several_app):
    assert several_app
    with pytest.raises(NoAgencyError) as refused:
        session.database()

    assert failure(refused.value)


@pytest.fixture(scope="module")
def strangers(several_kept):
    """Give what each of two persons of one agency is in the other one, by e-mail."""
    found = {}
    with (
        app_on(several_kept.text),
        apart() as holder,
        closing(open_database(place_of(several_kept, THERE))),
    ):
        for email in ("finance@kutsakon.go.th", "plan@kutsakon.go.th"):
            found[email] = membership.recognised(holder, user(email, email_verified=True))
    return found


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("email", ["finance@kutsakon.go.th", "plan@kutsakon.go.th"])
@pytest.mark.usefixtures("several_read")
def test_a_right_in_one_agency_is_none_in_another(action, email, strangers):
    assert strangers[email].role is None
    assert not session.may_somewhere(strangers[email], action)


def test_the_list_of_this_machine_lists_nobody_of_several_agencies(several_app, app_store):
    app_store.with_name("people.toml").write_text(
        '[[person]]\nemail = "who@example.org"\nrole = "planner"\n', encoding="utf-8"
    )
    assert several_app

    assert membership.AGENCY not in opened("who@example.org").query_params


def test_who_looks_after_an_area_and_belongs_to_no_agency_sees_that_page_alone(several_app):
    here, _ = register_for(several_app).agencies()
    register_for(several_app).allow(Area("boss@mukdahan.go.th", here.province))

    page = opened("boss@mukdahan.go.th")
    assert [one.value for one in page.title] == [navigation_words.AREAS]
    for stem in ("linked_measures", "profiles/measure", "audit_log", "user_guide"):
        page = opened("boss@mukdahan.go.th", stem, agency=HERE)
        assert [one.value for one in page.title] == [navigation_words.AREAS]
        assert len(page.get("plotly_chart")) == 1
