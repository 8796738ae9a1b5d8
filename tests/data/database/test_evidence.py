"""The evidence locker and comments: kept for good, found again, shown to whom it concerns."""

import datetime as dt
import hashlib

import pytest

from data.database import (
    Source,
    add_comment,
    add_evidence,
    backup,
    evidence_file,
    kept_evidence,
    open_database,
    report_status,
    restore,
    save,
    undo,
    withdraw_evidence,
)
from data.database.files import EVIDENCE
from data.model.access import Person, Role, planner_here
from data.model.errors import (
    DependentReportsError,
    InvalidStatusError,
    NotAllowedError,
    UnknownEvidenceError,
    UnknownMeasureError,
    UnreadableFileError,
)
from data.model.records import Form, Import, Status, StatusReport
from data.model.work import Proof
from data.tables.work.evidence import item_table, served_items
from queries import measures
from queries.comments import comments
from queries.evidence import every_evidence, evidence
from tests.changing_plans import measure
from tests.data.containers.test_attachments import PDF, picture

ID = "2569-01-i1"
FAR = dt.date(2100, 1, 1)
ENGINEER = Person("ช่าง", "works@kutsakon.go.th", Role.REPORTER, ("กองช่าง",))
TREASURER = Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, ("กองคลัง",))


@pytest.fixture
def store(database):
    planned = measure("จัดทำคู่มือ", steps=("หนึ่ง", "สอง"))
    imported = Import(Form.PLAN, "แผน", 1, 1, 0, measures=(planned,))
    save(database, imported, Source("แผน.xlsx", b"plan", "ผู้วางแผน"))
    return database


def file(content=PDF, name="ประกาศ.pdf", **more):
    return Proof(ID, "ประกาศแล้ว", file_name=name, content=content, added_by="คลัง", **more)


def web(link="https://kutsakon.go.th/1", **more):
    return Proof(ID, "ประกาศแล้ว", link=link, added_by="คลัง", **more)


def test_a_file_is_kept_byte_for_byte_under_its_fingerprint(store):
    number = add_evidence(store, file())

    row = evidence(store).iloc[0]
    assert row["stored_name"] == f"{hashlib.sha256(PDF).hexdigest()}.pdf"
    assert kept_evidence(store, number) == ("ประกาศ.pdf", PDF)
    assert (row["size"], row["added_by"], row["plan_year"]) == (len(PDF), "คลัง", 2569)


def test_a_picture_has_a_small_one_beside_it(store):
    add_evidence(store, file(picture(), "ภาพ.png"))

    small = evidence_file(store, evidence(store)["thumbnail"].iloc[0])

    assert small
    assert small.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/ชื่อ.exe", "ชื่อ.pdf"),
        ("C:\\ลับ\\แผน.pdf", "แผน.pdf"),
        ("รายงาน\u202efdp.exe", "รายงาน fdp.pdf"),
        ("...", "evidence.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 150 + ".pdf"),
    ],
)
def test_the_name_handed_out_is_safe_and_ends_as_its_content_is(store, given, kept):
    add_evidence(store, file(name=given))

    assert evidence(store)["name"].iloc[0] == kept


def test_what_is_no_evidence_is_refused_and_leaves_no_file(store):
    with pytest.raises(UnreadableFileError):
        add_evidence(store, file(b"MZ program", "x.pdf"))

    assert evidence(store).empty
    assert not (store.folder / "evidence").exists()


@pytest.mark.parametrize(
    ("proof", "field"),
    [
        (web("javascript:alert(1)"), "evidence"),
        (web(""), "evidence_or_file"),
        (Proof(ID, " ", link="https://a.th", added_by="ก"), "proves"),
        (web(item="o99"), "item"),
        (Proof(ID, "x", link="https://a.th"), "reported_by"),
    ],
)
def test_a_faulty_piece_names_its_field(store, proof, field):
    with pytest.raises(InvalidStatusError) as fault:
        add_evidence(store, proof)

    assert fault.value.field == field


@pytest.mark.parametrize(
    "proof", [web(step_id=f"{ID}/9"), Proof("ไม่มี", "x", link="https://a.th", added_by="ก")]
)
def test_evidence_needs_a_measure_or_a_step_of_it(store, proof):
    with pytest.raises(UnknownMeasureError):
        add_evidence(store, proof)


def test_items_of_the_year_know_the_measures_that_serve_them(store):
    first = next(iter(served_items(2569)))
    add_evidence(store, web(item=first, step_id=f"{ID}/2"))

    table = item_table(evidence(store), 2569).frame.set_index("item")

    assert list(table.index) == [f"o{number}" for number in range(1, 27)]
    assert tuple(table.loc[first, ["evidence_count", "evidence_of"]]) == (1, ID)
    assert table["evidence_count"].sum() == 1


def test_a_done_measure_waits_for_evidence_until_there_is_some_in_the_locker(store):
    report_status(store, StatusReport(ID, Status.DONE, 100, reported_by="คลัง"))

    def waits():
        return bool(measures.measures(store, as_of=FAR)["awaiting_evidence"].iloc[0])

    assert waits()
    number = add_evidence(store, web())
    assert not waits()
    withdraw_evidence(store, number)
    assert waits()


def test_withdrawn_evidence_is_on_record_and_withdrawn_once(store):
    number = add_evidence(store, file())
    withdraw_evidence(store, number)

    with pytest.raises(UnknownEvidenceError):
        withdraw_evidence(store, number)
    assert evidence(store).empty
    row = every_evidence(store).iloc[0]
    assert (row["sha256"], row["withdrawn_by"]) == (hashlib.sha256(PDF).hexdigest(), "ผู้วางแผน")
    assert kept_evidence(store, number) is None


def test_who_has_nothing_to_do_with_a_measure_adds_and_withdraws_nothing(store):
    number = add_evidence(store.acting_as(TREASURER), web())

    with pytest.raises(NotAllowedError):
        add_evidence(store.acting_as(ENGINEER), web())
    with pytest.raises(NotAllowedError):
        withdraw_evidence(store.acting_as(ENGINEER), number)
    with pytest.raises(NotAllowedError):
        add_comment(store.acting_as(ENGINEER), ID, "เห็นด้วย")
    assert evidence(store)["added_by"].iloc[0] == TREASURER.label


def test_comments_are_appended_in_order_under_who_wrote_them(store):
    add_comment(store, ID, " ครั้งแรก ", "ปลัด")
    add_comment(store.acting_as(TREASURER), ID, "ครั้งที่สอง", "ใครก็ได้")

    found = comments(store, [ID])

    assert list(found["text"]) == ["ครั้งแรก", "ครั้งที่สอง"]
    assert list(found["commented_by"]) == ["ปลัด", TREASURER.label]


@pytest.mark.parametrize("text", ["", "  ", "ก" * 4001])
def test_a_comment_says_something_and_not_too_much(store, text):
    with pytest.raises(InvalidStatusError) as fault:
        add_comment(store, ID, text, "ก")

    assert fault.value.field == "comment"


@pytest.mark.parametrize(
    "write", [lambda one: add_comment(one, ID, "ก", "ข"), lambda one: add_evidence(one, web())]
)
def test_a_plan_that_people_wrote_beside_is_not_undone(store, write):
    write(store)

    with pytest.raises(DependentReportsError):
        undo(store, 1, undone_by="ผู้วางแผน")


def test_a_backup_brings_the_files_of_the_locker_back(store, tmp_path):
    number = add_evidence(store, file(picture(), "ภาพ.png"))
    withdraw_evidence(store, add_evidence(store, file()))
    kept = {path.name: path.read_bytes() for path in (store.folder / EVIDENCE).iterdir()}
    backup(store, tmp_path / "kept.zip")
    store.close()
    elsewhere = tmp_path / "elsewhere" / "ita.duckdb"

    restore(elsewhere, tmp_path / "kept.zip", person=planner_here("ผู้วางแผน"))

    again = open_database(elsewhere)
    assert kept_evidence(again, number) == ("ภาพ.png", picture())
    assert evidence_file(again, evidence(again)["thumbnail"].iloc[0])
    assert {path.name: path.read_bytes() for path in (again.folder / EVIDENCE).iterdir()} == kept
    assert len(kept) == 3  # two files and the small picture of one
    assert list(every_evidence(again)["withdrawn_at"].isna()) == [True, False]
    again.close()
