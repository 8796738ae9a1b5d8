"""Score sheets as text copied out of a PDF, in the ways programs for reading PDFs copy it."""

import pytest

from data.framework import framework
from data.importers import read_sheets
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.sheet_reading import cells_of, read

SCORES = (85.21, 70.59, 75.1, 72.88, 73.24, 81.14, 83.12, 76.79, 100.0, 99.5)
NAMES = [one.name for one in framework(2568).indicators]
TITLE = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def imported(*lines, encoding="utf-8"):
    (sheet,) = read_sheets("คัดจาก PDF.txt", "\n".join(lines).encode(encoding))
    return read(sheet)


def values(result):
    frame = result.scores
    return dict(zip(zip(frame["year"], frame["code"], strict=True), frame["value"], strict=True))


def numbered(form="{number}. {name} {score:.2f}"):
    return [
        form.format(number=number, name=name, score=score)
        for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1)
    ]


DUE = {(2568, str(number)): score for number, score in enumerate(SCORES, 1)}


@pytest.mark.parametrize(
    "form",
    [
        "{number}. {name} {score:.2f}",
        "ตัวชี้วัดที่ {number} {name}      {score:.2f}",
        "{name}: {score:.2f} คะแนน",
        "ตัวชี้วัดที่ {number} {score:.2f}",
        "{name}\n{score:.2f}",
        "     {number}    {name}    {score:.2f} %",
        "{number}. {name} {score:.2f}%",
        "ตัวชี้วัดที่ {number} {name}{score:.2f}%",
        "ตัวชี้ วัดที่ {number} {name}{score:.2f}",
        "ตัวชี้วัดที่ {number} {name} {score:.2f} ผ่านดี",
    ],
)
def test_lines_of_labels_and_scores_are_a_report(form):
    result = imported(TITLE, "ตัวชี้วัด คะแนน", *numbered(form))
    assert result.form is Form.SCORES_REPORT
    assert values(result) == DUE
    assert result.blocking == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp874"])
def test_thai_digits_and_encodings_make_no_difference(encoding):
    lines = "\n".join([TITLE, *numbered()]).translate(THAI)
    assert values(imported(lines, encoding=encoding)) == DUE


def test_total_and_level_stand_in_sentences_of_their_own():
    result = imported(
        TITLE, "คะแนนภาพรวมหน่วยงาน 86.63 คะแนน", "ระดับผลการประเมิน: ผ่าน", "", *numbered()
    )
    assert values(result) == {**DUE, (2568, "total"): 86.63}
    assert result.levels["published_level"].tolist() == ["ผ่าน"]
    assert dict(zip(result.scores["code"], cells_of(result.scores), strict=True))["total"] == "B2"


def test_scores_of_several_years_stand_behind_one_label():
    lines = [f"{line} {score - 1:.2f}" for line, score in zip(numbered(), SCORES, strict=True)]
    result = imported("ตัวชี้วัด ปี 2567 ปี 2568", *lines)
    assert result.form is Form.SCORES_YEARS
    assert values(result)[2567, "1"] == 85.21
    assert values(result)[2568, "1"] == 84.21
    assert len(values(result)) == 20


def test_a_line_that_lost_a_score_is_reported_whole_and_not_read_wrong():
    lines = [f"{line} 50.00" for line in numbered()]
    lines[3] = numbered()[3]
    result = imported("ตัวชี้วัด ปี 2567 ปี 2568", *lines)
    assert not any(code == "4" for _, code in values(result))
    reported = {problem.cell: problem.value for problem in result.problems}
    assert reported["A5"] == lines[3]
    assert (result.rows_read, result.rows_imported, result.rows_reported) == (10, 9, 1)


def test_a_table_of_agencies_is_parted_at_its_wide_gaps():
    result = imported(
        f"     {TITLE} จังหวัดอุบลราชธานี",
        "ลำดับ    หน่วยงาน          IIT     EIT     OIT     คะแนนรวม    ระดับ",
        "  1    อบต.กุศกร        84.00   86.68   97.75   90.30      ผ่าน",
        "  2    อบต.ขามเปี้ย      80.00   81.00   82.00   81.10      ต้องปรับปรุง",
        "  3    ทต.เทพวงศา       80.00           82.00   81.10      ต้องปรับปรุง",
        "  4    ทต.เขมราฐ        80.00   81.00   82.00   81.10      ต้องปรับปรุง",
    )
    assert result.form is Form.SCORES_AGENCIES
    assert set(result.scores["agency"]) == {"", "อบต.ขามเปี้ย", "ทต.เขมราฐ"}
    assert [problem.cell for problem in result.problems] == ["A5"]


@pytest.mark.parametrize(
    "lines",
    [
        ["ประชุมครั้งที่ 1", "ผู้เข้าประชุม 12 คน", "เลิกประชุม 15.30 น."],
        ["ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2", "ตัวชี้วัดที่ 3"],
        ["1. การปฏิบัติหน้าที่ ควรปรับปรุง", "2. การใช้งบประมาณ ดี", "3. การใช้อำนาจ ดี"],
    ],
)
def test_running_text_is_no_table(lines):
    result = imported(TITLE, *lines)
    assert {problem.code for problem in result.blocking} == {ProblemCode.NOTHING_RECOGNISED}


def test_lines_that_tabs_part_already_keep_their_blank_cells():
    lines = ["รหัส\tสถานะ\tงบประมาณ", *(f"ตัวชี้วัดที่ {n}\t\t{n}0.50" for n in range(1, 5)), "จบ"]
    (sheet,) = read_sheets("a.txt", "\n".join([TITLE, "กองคลัง", "ผลปี", *lines]).encode())
    assert sheet.rows[4] == ("ตัวชี้วัดที่ 1", None, "10.50")


@pytest.mark.parametrize("scores_first", [True, False])
def test_a_name_that_was_broken_into_two_lines_is_one_again(scores_first):
    lines = []
    for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1):
        begun, end = f"{number}. {name[:7]}", name[7:]
        told = f"{score:.2f}"
        lines += [f"{begun} {told}", end] if scores_first else [begun, f"{end} {told}"]
    result = imported(TITLE, "ตัวชี้วัด คะแนน", *lines)
    assert values(result) == DUE
    assert ProblemCode.ROW_SKIPPED not in {found.code for found in result.problems}


def test_sara_am_in_two_letters_and_marks_out_of_order_are_read():
    lines = [line.replace("\u0e33", "\u0e33\u0e32").replace("ี่", "่ี") for line in numbered()]
    assert values(imported(TITLE, *lines)) == DUE


AGENCIES = ("อบต.เหนือ", "อบต.ใต้", "เทศบาลตำบลกลาง", "อบต.ออก")
BOOK = ("ชื่อหน่วยงาน", "อำเภอ", "ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2", "รวม")


def book_lines():
    return [
        "   ".join(row)
        for row in [BOOK, *((name, "เมือง", "81.5", "82.5", "83.5") for name in AGENCIES)]
    ]


def test_an_agency_whose_name_may_go_on_is_told_and_not_read_under_half_a_name():
    lines = book_lines()
    result = imported(TITLE, *lines[:3], "หนองใหญ่", *lines[3:])
    (lost,) = [found for found in result.problems if found.code is ProblemCode.ROW_SKIPPED]
    assert lost.value == "อบต.ใต้ เมือง 81.5 82.5 83.5 หนองใหญ่"
    assert set(result.scores["agency"]) == {*AGENCIES} - {"อบต.ใต้"}


@pytest.mark.parametrize("heading", ["อำเภอตระการพืชผล", "เฉลี่ย", "หมายเหตุ: ผลเบื้องต้น"])
def test_a_heading_below_an_agency_is_no_part_of_its_name(heading):
    lines = book_lines()
    result = imported(TITLE, *lines[:3], heading, *lines[3:])
    assert set(result.scores["agency"]) == {*AGENCIES}


def test_a_total_without_its_number_is_told_by_its_own_words():
    result = imported(TITLE, *numbered(), "คะแนนรวม")
    (lost,) = [found for found in result.problems if found.code is ProblemCode.ROW_SKIPPED]
    assert lost.value == "คะแนนรวม"
    assert values(result) == DUE
