"""A workbook taken over into the catalogue: what would change, and each fault with its cell."""

from decimal import Decimal

import pytest

from data.catalogue.drafts import draft_catalogue
from data.catalogue.forms import year_form
from data.database import read_audit, undo
from data.framework import Evidence, Fault, framework, held, organisation, part_name, years
from data.model.access import Person, Role
from data.model.errors import BlockedImportError, NotAllowedError, NothingToImportError
from data.model.problems import ProblemCode
from queries.batches import batches
from tests.catalogues import book, edited_form, read_form, save_book

ITEMS = ("ปี", "รหัสข้อ", "ตัวชี้วัดที่", "ชื่อ")
YEAR = ("ปี", ("ปีงบประมาณ", "คะแนนเป้าหมาย", "ข้อสังเกต"))
INSTRUMENTS = ("รหัสเครื่องมือ", "อักษรนำ", "ชื่อ", "ผู้ตอบ", "น้ำหนัก")
INDICATORS = ("ตัวชี้วัดที่", "ชื่อ", "เครื่องมือ", "ข้อแรก", "ข้อสุดท้าย")
LEVELS = ("ระดับ", "คะแนนรวมตั้งแต่", "ทุกเครื่องมือตั้งแต่")


def new_year(*more, year=2570, weights=(50, 50), levels=((("ผ่าน", 85, 85), ("ไม่ผ่าน", 0, None)))):
    """A workbook of two instruments, typed by hand."""
    return book(
        (*YEAR, (year, 85, "จากประกาศ"), (None, None, "ยังไม่ครบ")),
        (
            "เครื่องมือ",
            INSTRUMENTS,
            ("IIT", "i", "ภายใน", "เจ้าหน้าที่", weights[0]),
            ("OIT", "O", "เว็บไซต์", "หลักฐาน", weights[1]),
        ),
        (
            "ตัวชี้วัด",
            INDICATORS,
            (1, "การปฏิบัติหน้าที่", "IIT", "i1", "i2"),
            (2, None, "OIT", None, None),
        ),
        ("ข้อ", ITEMS[1:], ("i1", 1, "ข้อหนึ่ง"), ("i2", 1, None), ("o1", None, "เว็บ")),
        ("ระดับ", LEVELS, *levels),
        *more,
    )


def told(draft):
    return [(one.year, one.subject, one.field, one.old, one.new) for one in draft.changes]


def found(draft):
    return [(one.code, one.sheet, one.cell, one.expected) for one in draft.problems]


def fault(sheet, cell, reason):
    return (ProblemCode.CATALOGUE_FAULT, sheet, cell, reason)


def test_a_workbook_makes_a_year_that_is_complete_in_itself(database):
    assert save_book(database, new_year()).summary == "#1 +12 ~0 =0"
    assert years()[-1] == 2570
    made = framework(2570)
    assert (made.target, made.notes) == (85, ("จากประกาศ", "ยังไม่ครบ"))
    assert [(one.code, one.letter, one.weight) for one in made.instruments] == [
        ("IIT", "i", Decimal("0.5")),
        ("OIT", "o", Decimal("0.5")),
    ]
    assert [(one.number, one.name, one.first_item, one.evidence) for one in made.indicators] == [
        (1, "การปฏิบัติหน้าที่", "i1", Evidence.ONE_SOURCE),
        (2, None, None, Evidence.UNKNOWN),
    ]
    assert [(one.code, one.indicator, one.name, one.evidence) for one in made.items] == [
        ("i1", 1, "ข้อหนึ่ง", Evidence.ONE_SOURCE),
        ("i2", 1, None, Evidence.UNKNOWN),
        ("o1", None, "เว็บ", Evidence.ONE_SOURCE),
    ]
    assert [(one.name, one.total_from, one.each_from) for one in made.level_rules] == [
        ("ผ่าน", 85, 85),
        ("ไม่ผ่าน", 0, None),
    ]
    assert framework(2569) is not None


def test_a_new_year_that_is_taken_back_is_gone(database):
    batch = save_book(database, new_year())

    undo(database, batch.batch_id, undone_by="ก")

    assert years()[-1] == 2569
    assert list(read_audit(database)["subject"])[:2] == ["#1", "กรอบ.xlsx"]


@pytest.mark.parametrize(
    ("faulty", "expected"),
    [
        (new_year(weights=(50, 51)), fault("เครื่องมือ", "E1", Fault.WEIGHTS_NOT_ONE)),
        (new_year(weights=(0, 100)), fault("เครื่องมือ", "E2", Fault.WEIGHT_NOT_POSITIVE)),
        (new_year(weights=(None, 100)), fault("เครื่องมือ", "E2", Fault.MISSING)),
        (new_year(weights=("มาก", 100)), fault("เครื่องมือ", "E2", Fault.NOT_A_NUMBER)),
        (
            new_year(levels=(("ผ่าน", 85, None), ("ดี", 90, None), ("ไม่ผ่าน", 0, None))),
            fault("ระดับ", "B3", Fault.NOT_BEST_FIRST),
        ),
        (
            new_year(levels=(("ผ่าน", 85, None), ("ดี", 85, None), ("ไม่ผ่าน", 0, None))),
            fault("ระดับ", "B2", Fault.NEVER_REACHED),
        ),
        (new_year(levels=(("ผ่าน", 85, None),)), fault("ระดับ", "B1", Fault.NO_LOWEST_LEVEL)),
        (
            new_year(levels=(("ผ่าน", 850, None), ("ไม่ผ่าน", 0, None))),
            fault("ระดับ", "B2", Fault.OUTSIDE_SCALE),
        ),
        (
            new_year(levels=(("ผ่าน", 85, -1), ("ไม่ผ่าน", 0, None))),
            fault("ระดับ", "C2", Fault.OUTSIDE_SCALE),
        ),
        (
            new_year(("ข้อ2", ITEMS[1:], ("i3", 1, "ก"))),
            fault("ข้อ2", "B2", Fault.OUTSIDE_RANGE),
        ),
        (
            new_year(("ข้อ2", ITEMS[1:], ("o3", 1, "ก"))),
            fault("ข้อ2", "B2", Fault.OTHER_INSTRUMENT),
        ),
        (
            new_year(("ข้อ2", ITEMS[1:], ("o3", 7, "ก"))),
            fault("ข้อ2", "B2", Fault.UNKNOWN_INDICATOR),
        ),
        (
            new_year(("ข้อ2", ITEMS[1:], ("e3", None, "ก"))),
            fault("ข้อ2", "A2", Fault.NOT_AN_ITEM_CODE),
        ),
        (
            new_year(("ข้อ2", ITEMS[1:], ("i1", 1, "อีกชื่อ"))),
            fault("ข้อ2", "A2", Fault.REPEATED),
        ),
        (
            new_year(("ช่วง", INDICATORS, (3, "ก", "IIT", "i2", "i4"))),
            fault("ตัวชี้วัด", "D2", Fault.RANGES_OVERLAP),
        ),
        (
            new_year(("ช่วง", INDICATORS, (3, "ก", "IIT", "i4", "i3"))),
            fault("ช่วง", "D2", Fault.RANGE_BACKWARDS),
        ),
        (
            new_year(("ช่วง", INDICATORS, (3, "ก", "EIT", None, None))),
            fault("ช่วง", "C2", Fault.UNKNOWN_INSTRUMENT),
        ),
        (
            new_year(("ประเทศ", ("รายการ", "ค่าเฉลี่ยประเทศ"), ("EIT", 85))),
            fault("ประเทศ", "A2", Fault.UNKNOWN_CODE),
        ),
        (
            new_year(("ประเทศ", ("รายการ", "ค่าเฉลี่ยประเทศ"), ("รวม", 850))),
            fault("ประเทศ", "B2", Fault.OUTSIDE_SCALE),
        ),
        (
            new_year(("กอง", ("ส่วนราชการ", "ชื่ออื่น"), ("กองใหม่", "กองคลัง, กองช่าง"))),
            fault("กอง", "B2", Fault.TWO_MEANINGS),
        ),
        (
            new_year(("กอง", ("ส่วนราชการ", "ชื่ออื่น"), (None, "กองคลัง"))),
            fault("กอง", "A2", Fault.MISSING),
        ),
    ],
    ids=lambda value: f"{value[3]}-{value[2]}" if isinstance(value, tuple) else "",
)
def test_a_fault_is_told_with_its_sheet_and_cell_and_nothing_is_written(database, faulty, expected):
    before = held()
    draft = draft_catalogue(faulty)

    assert expected in found(draft)
    assert draft.blocking
    assert draft.changes == ()
    with pytest.raises(BlockedImportError):
        save_book(database, faulty)
    assert held() == before


def test_all_faults_of_a_workbook_are_told_at_once():
    draft = draft_catalogue(
        new_year(
            ("ข้อ2", ITEMS[1:], ("o3", 1, "ก")),
            weights=(50, 51),
            levels=(("ผ่าน", 850, None), ("ไม่ผ่าน", 0, None)),
        )
    )

    assert [(sheet, cell) for _code, sheet, cell, _expected in found(draft)] == [
        ("เครื่องมือ", "E1"),
        ("ข้อ2", "B2"),
        ("ระดับ", "B2"),
    ]


def test_a_new_year_without_its_target_instruments_or_levels_says_which_is_missing():
    told_items = book((*YEAR, (2570, None, None)), ("ข้อ", ITEMS[1:], ("i1", None, "ก")))
    draft = draft_catalogue(told_items)

    assert [(one.cell, one.value, one.expected) for one in draft.problems] == [
        ("", "เครื่องมือ", Fault.MISSING),
        ("", "ระดับ", Fault.MISSING),
        ("B2", "คะแนนเป้าหมาย", Fault.MISSING),
    ]


def test_a_year_can_be_made_of_sheets_that_each_name_it():
    parts = book(
        ("ก", ("ปี", *INSTRUMENTS), (2570, "IIT", "i", "ภายใน", "เจ้าหน้าที่", 100)),
        ("ข", ("ปี", *LEVELS), (2570, "ไม่ผ่าน", 0, None)),
    )
    draft = draft_catalogue(parts)

    assert [(one.cell, one.value) for one in draft.problems] == [("", "คะแนนเป้าหมาย")]


def test_a_sheet_of_items_completes_a_year_and_leaves_the_rest():
    before = framework(2569)
    draft = draft_catalogue(
        book(("ก", ITEMS, (2569, "i1", 1, "ข้อหนึ่ง"), (2569, "o1", None, "โครงสร้าง")))
    )

    assert told(draft) == [
        (2569, "i1", "", "", "1 · ข้อหนึ่ง · แหล่งเดียว"),
        (2569, "o1", "name", before.item("o1").name, "โครงสร้าง"),
    ]
    [wanted] = draft.parts
    assert wanted.item("i1").evidence is Evidence.ONE_SOURCE
    assert [one for one in wanted.items if one.code not in {"i1", "o1"}] == [
        one for one in before.items if one.code != "o1"
    ]
    assert wanted.indicators == before.indicators


def test_weights_ranges_and_levels_of_a_year_are_completed_by_sheets_too(database):
    parts = book(
        ("น้ำหนัก 2569", ("เครื่องมือ", "น้ำหนัก"), ("IIT", "25%"), ("OIT", 45)),
        ("ช่วง 2569", ("ตัวชี้วัดที่", "ข้อแรก", "ข้อสุดท้าย"), (1, "i1", "i6")),
        ("ระดับ 2569", LEVELS, ("ผ่านดี", 90, 85), ("เกือบผ่าน", 80, None)),
    )

    save_book(database, parts)

    made = framework(2569)
    assert [one.weight for one in made.instruments] == [
        Decimal("0.25"),
        Decimal("0.3"),
        Decimal("0.45"),
    ]
    assert (made.indicator(1).first_item, made.indicator(1).last_item) == ("i1", "i6")
    assert made.indicator(1).range_evidence is Evidence.ONE_SOURCE
    assert made.indicator(1).name == "การปฏิบัติหน้าที่"
    assert [(one.name, one.total_from) for one in made.level_rules] == [
        ("ผ่านดีเยี่ยม", 95),
        ("ผ่านดี", 90),
        ("ผ่าน", 85),
        ("เกือบผ่าน", 80),
        ("ต้องปรับปรุง", 70),
        ("ต้องปรับปรุงโดยด่วน", 0),
    ]


def test_weights_that_are_completed_must_still_make_a_whole():
    draft = draft_catalogue(book(("น้ำหนัก 2569", ("เครื่องมือ", "น้ำหนัก"), ("IIT", 40))))

    assert found(draft) == [fault("น้ำหนัก 2569", "B1", Fault.WEIGHTS_NOT_ONE)]


def test_a_fault_in_what_the_sheet_does_not_hold_names_the_file():
    draft = draft_catalogue(book(("ก", ITEMS, (2569, "o99", None, "ก"))))

    assert [(one.cell, one.value, one.expected) for one in draft.problems] == [
        ("", "2569.toml instruments OIT", Fault.TOO_MANY_ITEMS)
    ]


def test_a_row_taken_out_of_the_form_of_a_year_is_taken_out_of_the_year():
    def without_the_last_items(workbook):
        sheet = workbook["ข้อ"]
        rows = [row[0].row for row in sheet.iter_rows() if row[0].value in {"o35", "o34"}]
        for row in sorted(rows, reverse=True):
            sheet.delete_rows(row)

    draft = draft_catalogue(read_form(edited_form(2567, without_the_last_items)))

    assert told(draft) == [
        (2567, "o34", "", "ไม่ทราบ", ""),
        (2567, "o35", "", "ไม่ทราบ", ""),
    ]
    assert [one.code for one in draft.parts[0].items][-1] == "o33"


def test_a_cell_that_is_cleared_in_the_form_of_a_year_is_unknown_again():
    def cleared(workbook):
        workbook["ข้อ"]["C3"].value = None

    draft = draft_catalogue(read_form(edited_form(2567, cleared)))

    assert told(draft) == [
        (2567, "o1", "name", "โครงสร้าง", ""),
        (2567, "o1", "evidence", "ยืนยันแล้ว", "ไม่ทราบ"),
    ]


def test_a_mark_counts_as_told_and_a_fact_that_is_there_is_never_unknown():
    def edited(workbook):
        sheet = workbook["ข้อ"]
        assert [sheet[cell].value for cell in ("D3", "D4", "D7", "D8")] == [
            "ยืนยันแล้ว",
            "ยืนยันแล้ว",
            "ไม่ทราบ",
            "ไม่ทราบ",
        ]
        sheet["C3"].value = "โครงสร้างใหม่"
        sheet["D4"].value = "อนุมาน"
        sheet["C7"].value = "ข้อที่เพิ่งทราบ"
        sheet["D8"].value = "ยืนยันแล้ว"

    [wanted] = draft_catalogue(read_form(edited_form(2567, edited))).parts

    assert [wanted.item(f"o{number}").evidence for number in (1, 2, 3, 5, 6)] == [
        Evidence.CONFIRMED,
        Evidence.INFERRED,
        Evidence.CONFIRMED,
        Evidence.ONE_SOURCE,
        Evidence.UNKNOWN,
    ]


def test_the_same_workbook_twice_changes_nothing_the_second_time(database):
    def edited(workbook):
        workbook["เครื่องมือ"]["E3"].value = 31
        workbook["เครื่องมือ"]["E4"].value = 29
        workbook["ข้อ"]["C3"].value = None
        workbook["ข้อ"]["C4"].value = "อีกชื่อ"
        workbook["ข้อ"]["C7"].value = "ข้อที่เพิ่งทราบ"
        workbook["ระดับ"]["D3"].value = None
        workbook["ส่วนราชการ"]["B4"].value = "งานคลัง/พัสดุ"

    content = edited_form(2567, edited)
    draft = draft_catalogue(read_form(content))
    assert [part_name(part) for part in draft.parts] == ["2567", "organisation"]
    save_book(database, read_form(content))

    again = draft_catalogue(read_form(content))

    assert (again.problems, again.changes) == ((), ())


def test_a_sheet_taken_out_of_the_form_leaves_its_part_of_the_year():
    def without_items(workbook):
        del workbook["ข้อ"]

    draft = draft_catalogue(read_form(edited_form(2569, without_items)))

    assert (draft.problems, draft.changes) == ((), ())


def test_a_form_with_another_year_makes_that_year_with_the_marks_it_has():
    def next_year(workbook):
        workbook["ปี"]["A3"].value = 2571

    [wanted] = draft_catalogue(read_form(edited_form(2569, next_year))).parts

    assert wanted.year == 2571
    assert wanted.items == framework(2569).items


def test_an_item_that_another_year_is_paired_with_cannot_go():
    def without_an_item(workbook):
        sheet = workbook["ข้อ"]
        [row] = [row[0].row for row in sheet.iter_rows() if row[0].value == "o26"]
        sheet.delete_rows(row)

    draft = draft_catalogue(read_form(edited_form(2569, without_an_item)))

    assert [one.expected for one in draft.problems] == [Fault.UNKNOWN_ITEM]
    assert draft.problems[0].value.startswith("comparisons.toml")


def test_a_division_gains_names_and_a_known_one_becomes_an_own_one(database):
    rows = (("กองคลัง", "งานคลัง"), ("กองใหม่", "กม."), ("กองสวัสดิการสังคม", None))
    save_book(database, book(("ก", ("ส่วนราชการ", "ชื่ออื่น"), *rows)))

    home = organisation()
    assert home.division_named("งานคลัง") == "กองคลัง"
    assert [one.name for one in home.divisions][-2:] == ["กองใหม่", "กองสวัสดิการสังคม"]
    assert "กองสวัสดิการสังคม" not in [one.name for one in home.known_divisions]
    assert home.divisions[-2].evidence is Evidence.ONE_SOURCE


def test_a_workbook_that_says_nothing_new_is_not_written(database):
    with pytest.raises(NothingToImportError):
        save_book(database, read_form(year_form(2569)))

    assert batches(database).empty


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REPORTER, None])
def test_only_who_may_import_changes_the_catalogue(database, role):
    somebody = database.acting_as(Person("ผู้อื่น", "a@b.c", role, ("กองคลัง",)))
    before = held()

    with pytest.raises(NotAllowedError):
        save_book(somebody, new_year())

    assert held() == before
    assert list(read_audit(database)["outcome"]) == ["refused"]


def test_each_change_is_told_with_the_cell_of_its_new_value():
    parts = book(
        ("ข้อ", ITEMS, (2569, "i1", 1, "ข้อหนึ่ง"), (2569, "o1", None, "โครงสร้าง")),
        ("น้ำหนัก 2569", ("เครื่องมือ", "น้ำหนัก"), ("IIT", 25), ("OIT", 45)),
        ("กอง", ("ส่วนราชการ", "ชื่ออื่น"), ("กองคลัง", "งานคลัง")),
    )

    changes = draft_catalogue(parts).changes

    assert [(one.subject, one.sheet, one.cell) for one in changes] == [
        ("IIT", "น้ำหนัก 2569", "B2"),
        ("IIT", "น้ำหนัก 2569", "A2"),
        ("OIT", "น้ำหนัก 2569", "B3"),
        ("OIT", "น้ำหนัก 2569", "A3"),
        ("i1", "ข้อ", "B2"),
        ("o1", "ข้อ", "D3"),
        ("กองคลัง", "กอง", "A2"),
    ]


def test_a_table_whose_rows_name_another_year_takes_nothing_away_from_this_one():
    draft = draft_catalogue(
        book(
            ("ปี", YEAR[1][:2], (2569, 85)),
            ("ข้อ", ITEMS, (2568, "o4", None, "ชื่อใหม่")),
        )
    )

    assert [one[:3] for one in told(draft)] == [(2568, "o4", "name")]


def test_two_targets_of_one_year_are_reported():
    draft = draft_catalogue(book((*YEAR, (2569, 85, None), (2569, 90, None))))

    assert found(draft) == [fault("ปี", "B3", Fault.REPEATED)]
