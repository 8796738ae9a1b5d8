"""The catalogue in the store: seeded, changed by a batch, taken back, of a store from before."""

from dataclasses import replace
from decimal import Decimal

import pytest

import queries
from data.database import open_database, undo
from data.database.catalogue import seed_catalogue
from data.database.catalogue_reading import read_catalogue
from data.framework import (
    Division,
    Participation,
    catalogue_faults,
    catalogue_revision,
    comparisons,
    framework,
    held,
    organisation,
    years,
)
from data.framework.files import PartFile, packaged_catalogue, packaged_parts
from data.model.access import planner_here
from data.model.errors import FaultyFrameworkError
from queries.batches import batches
from queries.catalogue import versions
from queries.divisions import divisions
from tests.catalogues import book, home_catalogue, packaged, renamed, save_book, save_part
from tests.old_stores import BEFORE_THE_CATALOGUE, opened_as_it_is, unpack

ITEMS = ("ปี", "รหัสข้อ", "ตัวชี้วัดที่", "ชื่อ")
NAME = ("o1", "โครงสร้างใหม่")


def reopened(database):
    database.close()
    return open_database(database.path).acting_as(planner_here("ผู้วางแผน"))


def seeded_by(monkeypatch, *parts, revision=9):
    """Let the app come with these parts in a newer revision beside its own."""
    newer = tuple(PartFile(part, revision) for part in parts)
    monkeypatch.setattr("data.database.catalogue.packaged_parts", lambda: packaged_parts() + newer)


def name_of(year, code):
    return framework(year).item(code).name


@pytest.mark.usefixtures("nobody_set_up")
def test_a_fresh_store_gives_back_exactly_what_the_app_comes_with(tmp_path):
    opened = open_database(tmp_path / "ita.duckdb")
    assert held() == packaged_catalogue()
    assert not organisation().is_set_up
    assert list(catalogue_faults(held())) == []
    assert {row["batch_id"] for row in versions(opened)} == {None}
    opened.close()


def test_what_is_read_is_spelled_as_it_was_typed(database):
    with database.reading() as cursor:
        year = read_catalogue(cursor).frameworks[2568]
    assert [str(one.weight) for one in year.instruments] == ["0.3", "0.3", "0.4"]
    assert str(year.target) == "85"
    assert year.participation == Participation(8317, 7832, Decimal("94.17"))


def test_a_second_opening_writes_nothing_and_keeps_the_revision(database):
    revision, taken_over = catalogue_revision(), versions(database)
    again = reopened(database)
    assert versions(again) == taken_over
    assert catalogue_revision() == revision
    again.close()


def test_a_newer_revision_of_a_year_is_taken_over_at_the_next_start(database, monkeypatch):
    seeded_by(monkeypatch, renamed(2569, *NAME), revision=2)
    again = reopened(database)
    assert name_of(2569, "o1") == NAME[1]
    again.close()


def test_an_older_revision_is_not_taken_over_again(database, monkeypatch):
    seeded_by(monkeypatch, renamed(2569, *NAME), revision=1)
    again = reopened(database)
    assert name_of(2569, "o1") != NAME[1]
    again.close()


def test_a_newer_revision_never_goes_over_an_own_change_but_counts_when_it_is_undone(
    database, monkeypatch
):
    batch = save_book(database, book(("ก", ITEMS, (2569, "o1", None, "ของเรา"))))
    seeded_by(monkeypatch, renamed(2569, *NAME), renamed(2568, *NAME))

    again = reopened(database)

    assert (name_of(2569, "o1"), name_of(2568, "o1")) == ("ของเรา", NAME[1])
    undo(again, batch.batch_id, undone_by="ก")
    assert name_of(2569, "o1") == NAME[1]
    again.close()


def test_a_newer_organisation_of_the_app_leaves_the_agency_of_a_store_as_it_is(
    database, monkeypatch
):
    seeded_by(monkeypatch, replace(organisation(), name="อบต.อื่น"), revision=9)
    again = reopened(database)
    assert organisation() == home_catalogue().organisation
    again.close()


def test_undoing_a_batch_brings_back_what_counted_before_it(database):
    before = held()
    first = save_book(database, book(("ก", ITEMS, (2569, "o1", None, "หนึ่ง"))))
    second = save_book(database, book(("ก", ITEMS, (2569, "o1", None, "สอง"))))
    assert name_of(2569, "o1") == "สอง"

    undo(database, second.batch_id, undone_by="ก")
    assert name_of(2569, "o1") == "หนึ่ง"
    undo(database, first.batch_id, undone_by="ก")
    assert held() == before


def test_a_batch_of_the_catalogue_stands_in_the_ledger_like_any_other(database):
    save_book(database, book(("แผ่น", ITEMS, (2569, "o1", None, "หนึ่ง"), (2569, "i1", 1, "ก"))))
    [row] = batches(database).to_dict("records")
    assert (row["kind"], row["form"], row["file_name"]) == ("catalogue", "catalogue", "กรอบ.xlsx")
    assert (row["sheet"], row["rows_read"], row["added"], row["changed"]) == ("แผ่น", 2, 1, 1)


def test_only_what_an_import_brought_has_an_owner(database):
    save_book(database, book(("ก", ITEMS, (2569, "o1", None, "หนึ่ง"))))
    with database.reading() as cursor:
        owners = cursor.execute(
            "select part, batch_id, agency_id from catalogue_version where agency_id is not null"
        ).fetchall()
        tables = cursor.execute(
            "select distinct table_name from duckdb_columns() where column_name = 'agency_id'"
        ).fetchall()
    assert owners == [("2569", 1, 1)]
    assert {
        "import_batch",
        "heading_match",
        "status_report",
        "catalogue_version",
        "organisation_version",
        "agency_division_version",
    } <= {name for (name,) in tables}


def test_a_year_that_later_comparisons_name_cannot_be_undone(database):
    year = packaged("2569.toml", ("year = 2569", "year = 2570"))
    batch = save_part(database, "2570.toml", year)
    pair = (
        '{ from_year = 2569, from_item = "o1", to_year = 2570, to_item = "o1", '
        'relation = "same", evidence = "confirmed" },'
    )
    save_part(
        database,
        "comparisons.toml",
        packaged("comparisons.toml", ("crosswalk = [", f"crosswalk = [\n    {pair}")),
    )

    with pytest.raises(FaultyFrameworkError) as refused:
        undo(database, batch.batch_id, undone_by="ก")

    assert (refused.value.file_name, refused.value.place) == (
        "comparisons.toml",
        "crosswalk[1].to_year",
    )
    assert years()[-1] == 2570


def test_a_whole_folder_of_files_is_taken_over_one_by_one(database):
    save_part(database, "2570.toml", packaged("2569.toml", ("year = 2569", "year = 2570")))
    save_part(database, "2569.toml", packaged("2569.toml", ("target = 85", "target = 95")))
    save_part(database, "comparisons.toml", b"breaks = []\ncrosswalk = []\n")
    save_part(
        database,
        "organisation.toml",
        packaged(
            "organisation.toml",
            ('name = "กองคลัง"', 'name = "กองการคลัง", aliases = ["กองคลัง"]'),
            ('district = "ตระการพืชผล"', 'district = "เมือง"'),
        ),
    )

    again = reopened(database)

    assert (years()[-1], framework(2569).target) == (2570, 95)
    assert comparisons().breaks == ()
    assert organisation().division_named("กองคลัง") == "กองการคลัง"
    assert list(divisions(again)["division"])[:2] == ["สำนักปลัด", "กองการคลัง"]
    assert dict(queries.rows(again, "store/home_agency")[0])["district"] == "เมือง"
    again.close()


def without_the_one_store(path, fill):
    """Empty a store of before the catalogue was in it; `fill` gets its connection."""
    with opened_as_it_is(unpack(BEFORE_THE_CATALOGUE, path)) as connection:
        for table in ("agency", "division", "import_batch", "heading_match", "score", "measure"):
            connection.execute(f"delete from {table}")  # noqa: S608  a name of ours
        fill(connection)


def test_a_store_from_before_keeps_its_agency_divisions_and_batches(tmp_path):
    path = tmp_path / "store" / "ita.duckdb"

    def fill(cursor):
        cursor.execute(
            "insert into agency values (1, 'ทต.ในเมือง', 'เทศบาลตำบลในเมือง', 'เมือง', 'เลย', true)"
        )
        cursor.execute("insert into division values ('กองช่าง', 1), ('กองใหม่', 2)")
        cursor.execute(
            "insert into import_batch (batch_id, kind, form, file_name, sha256, stored_name, sheet,"
            " imported_by, is_sample, state, rows_read, rows_imported, rows_reported, added,"
            " changed, unchanged, control_sum) values (7, 'scores', 'scores-long', 'a.csv', '', '',"
            " '', 'ก', false, 'active', 0, 0, 0, 0, 0, 0, 0)"
        )
        cursor.execute("insert into heading_match values ('f', 'plan', '{}', 'ก', now())")

    without_the_one_store(path, fill)

    opened = open_database(path)

    home = organisation()
    assert (home.name, home.kind, home.district, home.province) == (
        "เทศบาลตำบลในเมือง",
        "ทต.",
        "เมือง",
        "เลย",
    )
    assert home.aliases == ("ในเมือง",)
    assert home.is_home("ทต.ในเมือง อ.เมือง จ.เลย")
    assert [one.name for one in home.divisions] == ["กองช่าง", "กองใหม่"]
    assert home.divisions[1] == Division("กองใหม่")
    assert home.division_named("สำนักงานปลัด") == "สำนักปลัด"
    assert list(divisions(opened)["division"]) == ["กองช่าง", "กองใหม่"]
    assert list(batches(opened)["batch_id"]) == [7]
    assert queries.rows(opened, "imports/heading_match", fingerprint="f")[0]["form"] == "plan"
    assert years() == tuple(packaged_catalogue().frameworks)
    opened.close()


def test_a_store_of_this_agency_from_before_knows_all_names_of_its_divisions(tmp_path):
    path = tmp_path / "store" / "ita.duckdb"
    packaged_home = home_catalogue().organisation

    def fill(cursor):
        facts = [packaged_home.name, packaged_home.district, packaged_home.province]
        cursor.execute("insert into agency values (1, 'อบต.กุศกร', ?, ?, ?, true)", facts)
        for position, division in enumerate(packaged_home.divisions, start=1):
            cursor.execute("insert into division values (?, ?)", [division.name, position])

    without_the_one_store(path, fill)

    opened = open_database(path)

    assert organisation() == packaged_home
    opened.close()


def test_seeding_twice_is_seeding_once(database):
    count = len(versions(database))
    seed_catalogue(database)
    assert len(versions(database)) == count
