"""The real plan of the home agency: what it must come out as."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

import data
from data.importers.sheets.opening import read_sheets
from data.model.problems import ProblemCode
from data.model.records import ALL_OTHERS, Form
from tests.sheet_reading import form_of, read_plan

PLAN = Path(data.__file__).parent / "examples" / "action-plan-2569.txt"


@pytest.fixture(scope="module")
def sheet():
    (only,) = read_sheets(PLAN.name, PLAN.read_bytes())
    return only


@pytest.fixture(scope="module")
def plan(sheet):
    return read_plan(sheet)


def found(plan, code):
    return [
        (problem.cell, problem.value, problem.expected)
        for problem in plan.problems
        if problem.code == code
    ]


def measure(plan, first_item):
    (only,) = [one for one in plan.measures if one.items[0] == first_item]
    return only


def test_the_real_plan_is_recognised(sheet):
    assert form_of(sheet) is Form.PLAN


def test_it_holds_twelve_measures_for_ten_indicators_and_seventeen_items(plan):
    assert [(one.indicator, one.items) for one in plan.measures] == [
        (1, ("i1",)),
        (1, ("i2",)),
        (1, ("i3",)),
        (2, ("i5",)),
        (3, ("i7",)),
        (4, ("i11",)),
        (5, ("i14",)),
        (6, ("e2",)),
        (7, ("e4",)),
        (8, ("e8",)),
        (9, ("o14", "o15", "o16")),
        (10, ("o25", "o26", "o27", "o28")),
    ]
    assert {(one.plan_year, one.item_year) for one in plan.measures} == {(2569, 2568)}
    assert [one.position for one in plan.measures] == list(range(1, 13))


def test_every_measure_runs_through_the_fiscal_year(plan):
    periods = {(one.start, one.end) for one in plan.measures}

    assert periods == {(dt.date(2025, 10, 1), dt.date(2026, 9, 30))}


def test_the_treasury_leads_one_measure_and_the_office_of_the_clerk_the_others(plan):
    leads = {one.items[0]: one.lead for one in plan.measures}

    assert leads.pop("i11") == ("กองคลัง",)
    assert set(leads.values()) == {("สำนักปลัด",)}


def test_all_others_support_where_the_plan_says_so(plan):
    supported = {one.items[0] for one in plan.measures if one.support == (ALL_OTHERS,)}

    assert supported == {"i1", "i2", "i3", "i5", "i14", "e8"}
    assert {one.support for one in plan.measures if one.items[0] not in supported} == {()}


def test_steps_are_counted_as_they_are_numbered(plan):
    counts = {one.items[0]: len(one.steps) for one in plan.measures}

    assert counts == {
        "i1": 3,
        "i2": 3,
        "i3": 2,
        "i5": 4,
        "i7": 1,
        "i11": 3,
        "i14": 10,
        "e2": 3,
        "e4": 4,
        "e8": 3,
        "o14": 3,
        "o25": 4,
    }


def test_nothing_blocks_and_every_row_is_imported(plan):
    assert plan.blocking == ()
    assert (plan.rows_read, plan.rows_imported, plan.rows_reported) == (31, 31, 0)


def test_the_shifted_end_of_indicator_ten_is_put_back_and_reported(plan):
    ((cell, value, place),) = found(plan, ProblemCode.ROW_SHIFTED)

    assert (cell, place) == ("A182", "B182")
    assert value.startswith("ประจำปี 2567 027")
    last = measure(plan, "o25")
    assert "028 รายงานผลการดำเนินการ" in last.question
    assert last.steps[1].startswith("นำผลการวิเคราะห์ ITA")


def test_tails_below_a_page_break_go_back_to_their_measure_and_are_reported(plan):
    moved = [(cell, owner) for cell, _, owner in found(plan, ProblemCode.TEXT_MOVED)]

    assert moved == [("F24", "2569-01-i1"), ("D32", "2569-01-i2"), ("F32", "2569-01-i2")]
    assert measure(plan, "i1").steps[2].endswith("การให้บริการ")
    assert measure(plan, "i3").action.startswith("- มุ่งเน้นความโปร่งใส")


def test_a_heading_that_leaked_into_the_first_column_is_dropped_and_reported(plan):
    leaks = [
        cell for cell, value, _ in found(plan, ProblemCode.TEXT_REPAIRED) if value == "ประเด็น/ตัวชี้วัด"
    ]

    assert leaks == ["A50", "A166"]


def test_codes_in_odd_spellings_are_reported_with_the_code_meant(plan):
    assert found(plan, ProblemCode.CODE_REPAIRED) == [
        ("B59", "i๗", "i7"),
        ("B158", "๐14", "o14"),
        ("B158", "๐15", "o15"),
        ("B166", "๐16", "o16"),
        ("B174", "๐25", "o25"),
        ("B174", "๐26", "o26"),
        ("A182", "027", "o27"),
        ("A182", "028", "o28"),
    ]


def test_a_doubtful_spelling_is_offered_and_stays(plan):
    assert ("F117", "ทูจจริต", "ทุจริต") in found(plan, ProblemCode.SPELLING_SUSPECT)
    assert "ทูจจริต" in measure(plan, "i14").steps[9]


def test_no_letter_is_lost_or_added(sheet, plan):
    """Columns 2-8 come out letter by letter; only step numbers go and reported letters change."""
    written = Counter()
    for number, row in enumerate(sheet.rows, start=1):
        cells = [str(cell or "") for cell in row]
        line = re.sub(r"\s", "", "".join(cells))
        heading = line.startswith(("ประเด็น/ตัวชี้วัดการวิเคราะห์", "ข้อความITA"))
        title = "ITAไปสู่การพัฒนาองค์กร" in line or line.startswith("ขององค์การบริหาร")
        if not heading and not title:
            written.update(re.sub(r"\s", "", "".join(cells if number == 182 else cells[1:])))
    read = Counter()
    for one in plan.measures:
        texts = [one.question, one.analysis, one.action, *one.steps]
        texts += [f"{step}." for step in range(1, len(one.steps) + 1) if len(one.steps) > 1]
        if one.items[0] not in {"i2", "i3"}:
            texts += [one.alignment, one.period_text, one.responsible_text]
        read.update(re.sub(r"\s", "", "".join(texts)))

    # Sara am in two strokes, twice, and three Lao letters in one word.
    read.subtract(written)
    assert {letter: count for letter, count in read.items() if count} == {
        "\u0e4d": -2,
        "\u0e32": -2,
        "\u0e33": 2,
        "\u0eb8": -1,
        "\u0e38": 1,
        "\u0ec9": -1,
        "\u0e49": 1,
        "\u0ea1": -1,
        "\u0e21": 1,
    }


def test_the_first_column_holds_nothing_but_indicators_and_what_is_reported(sheet, plan):
    reported = {
        cell
        for code in (ProblemCode.TEXT_REPAIRED, ProblemCode.ROW_SHIFTED)
        for cell, _, _ in found(plan, code)
    }
    names = [
        sheet.rows[row][0]
        for row in range(7, len(sheet.rows))
        if sheet.rows[row] and f"A{row + 1}" not in reported and sheet.rows[row][0]
    ]

    assert sum(bool(re.match(r"\d{1,2}\.", name)) for name in names) == 10
    others = {re.sub(r"\s", "", name) for name in names if not re.match(r"\d{1,2}\.", name)}
    assert others == {
        "รายงานผลการประเมินITAไปสู่การพัฒนาองค์กรในปีงบประมาณพ.ศ.2569",
        "ขององค์การบริหารส่วนตำบลกุศกร",
        "ประเด็น/ตัวชี้วัด",
    }


def test_the_letter_repairs_are_reported_where_they_stand(plan):
    repairs = {
        before: (cell, after)
        for cell, befores, afters in found(plan, ProblemCode.TEXT_REPAIRED)
        for before, after in zip(befores.split(" · "), afters.split(" · "), strict=True)
        if before.replace(" ", "") != after.replace(" ", "") and after
    }

    assert repairs == {
        "ส\u0e4d\u0e32รวจ": ("F85", "สำรวจ"),
        "จัดซื้อจัดจ\u0e4d\u0e32": ("F85", "จัดซื้อจัดจำ"),
        "ค\u0eb8\u0ec9\u0ea1ครองผู้": ("F101", "คุ้มครองผู้"),
    }


def test_the_wording_is_the_file_s_with_lines_joined(plan):
    one = measure(plan, "i1")

    assert one.action == (
        "- จัดทำคู่มือ/แนวทางการปฏิบัติงาน ขั้นตอนและระยะเวลาให้ชัดเจน ให้เจ้าหน้าที่ "
        "ผู้ปฏิบัติงานทราบ และยึดถือปฏิบัติ รวมถึงการประชาสัมพันธ์ ให้ผู้ใช้บริการทราบ "
        "ณ จุดให้บริการ รวมทั้งกำหนด มาตรการบริหารงานบุคคล และการพิจารณา ให้คุณ "
        "ให้โทษตามหลักเกณฑ์ และหลักคุณธรรม"
    )
    assert one.period_text == "ตลอดปีงบประมาณ 2569"
    assert one.responsible_text == "สำนักปลัด กองงานอื่นที่เกี่ยวข้อง"
    assert measure(plan, "i14").steps[6] == (
        "มีช่องทางแจ้งเบาะแสที่ปลอดภัย: คุ้มครองผู้แจ้งเบาะแส หรือผู้เปิดเผยข้อมูล "
        "(Whistleblower) และปกปิดข้อมูลส่วนตัวเพื่อความปลอดภัยของผู้เรียน"
    )
    assert measure(plan, "e2").alignment == (
        "เจ้าหน้าที่ผู้ปฏิบัติงาน ให้บริการกับประชาชน และบุคคลภายนอกได้ผ่านช่องทางการสื่อสาร "
        "และระบบบริการออนไลน์ E- Service อย่างรวดเร็ว และทั่วถึง โดยไม่เลือกปฏิบัติ"
    )
