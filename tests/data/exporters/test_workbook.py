import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from data.exporters.cells.cell_text import CUT_MARK, LONGEST, REPLACEMENT, clean_text
from data.exporters.workbook import workbook
from data.model.columns import Column, Kind, StatusStyle, Table, Trend

# openpyxl says that it does not know the data bars of Excel 2010 and later.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

MANY = 2_001  # written row by row through a file, where fewer rows are kept in memory
DANGEROUS = [
    "=1+1",
    "+66 4 525",
    "-ดำเนินการ",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =cmd|' /C calc'!A0",
    "http://example.invalid/",
    "mailto:a@example.invalid",
    "<r><t>rich</t></r>",
    "<r></r><f>1+1</f><r></r>",
    "{=1+1}",
    "_x003D_1+1",
    "'=1",
    "007",
    "1e3",
    "TRUE",
    "#REF!",
]


def made(tables: Sequence[Table], **given: Any) -> bytes:
    words = {"conditions": [], "conditions_name": "เงื่อนไข", "conditions_title": "เงื่อนไขของข้อมูล"}
    return workbook(tables, **(words | given))


def table(frame: pd.DataFrame, kinds: dict[str, Kind], **given: Any) -> Table:
    columns = tuple(Column(key, f"หัว {key}", kind) for key, kind in kinds.items())
    return Table(**({"name": "ข้อมูล", "title": "มาตรการ"} | given), columns=columns, frame=frame)


def texts(*values: str | None, repeat: int = 1) -> Table:
    return table(pd.DataFrame({"text": [*values] * repeat}, dtype=object), {"text": Kind.TEXT})


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_below_headings(sheet: Worksheet) -> list[tuple[object, ...]]:
    first = sheet.auto_filter.ref
    top, bottom = (int(re.sub(r"\D", "", corner)) for corner in first.split(":"))
    return list(sheet.iter_rows(min_row=top + 1, max_row=bottom, values_only=True))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: archive.read(name).decode() for name in names}


def test_a_sheet_holds_exactly_the_rows_of_the_frame_in_their_order_and_types() -> None:
    frame = pd.DataFrame(
        {
            "code": ["o2", "i10", "i9"],
            "year": [2569, 2567, 2568],
            "score": [86.73, 0.0, 100.0],
            "change": [-0.53, 0.0, 1.5],
            "percent": [45.0, 0.0, 100.0],
            "day": [dt.date(2026, 9, 30)] * 3,
            "moment": pd.to_datetime(["2026-11-22 14:05:00"] * 3),
            "ignored": ["never written"] * 3,
        },
        index=[7, 3, 5],
    )
    kinds = {
        "percent": Kind.PERCENT,
        "code": Kind.TEXT,
        "year": Kind.YEAR,
        "score": Kind.SCORE,
        "change": Kind.CHANGE,
        "day": Kind.DATE,
        "moment": Kind.DATETIME,
    }
    sheet = opened(made([table(frame, kinds)]))["ข้อมูล"]
    day, moment = dt.datetime(2026, 9, 30), dt.datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001
    assert [cell.value for cell in sheet[2]] == [f"หัว {key}" for key in kinds]
    assert rows_below_headings(sheet) == [
        (45, "o2", 2569, 86.73, -0.53, day, moment),
        (0, "i10", 2567, 0, 0, day, moment),
        (100, "i9", 2568, 100, 1.5, day, moment),
    ]
    assert [cell.number_format for cell in sheet[3]] == [
        "0",
        "General",
        "0",
        "0.00",
        "+0.00;-0.00;0.00",
        "[$-107041E]d mmm yyyy;@",
        "[$-107041E]d mmm yyyy h:mm;@",
    ]


@pytest.mark.parametrize(
    "missing", [None, float("nan"), float("inf"), float("-inf"), pd.NA, pd.NaT]
)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_missing_value_is_a_blank_cell_or_the_mark_of_its_column(
    kind: Kind, missing: object
) -> None:
    frame = pd.DataFrame({"a": [missing, 1]}, dtype=object)
    columns = (Column("a", "ก", kind), Column("a", "ข", kind, blank="[x]"))
    sheet = opened(made([Table("ข้อมูล", "ก", columns, frame)]))["ข้อมูล"]
    assert [cell.value for cell in sheet[3]] == [None, "[x]"]


def test_a_mark_in_a_score_column_is_written_as_text_beside_real_numbers() -> None:
    frame = pd.DataFrame({"score": [99.9, "[x]", 0.0]}, dtype=object)
    sheet = opened(made([table(frame, {"score": Kind.MARKED_SCORE})]))["ข้อมูล"]
    assert rows_below_headings(sheet) == [(99.9,), ("[x]",), (0,)]
    assert [sheet.cell(row, 1).data_type for row in (3, 4, 5)] == ["n", "s", "n"]


def test_a_number_too_long_for_excel_stays_exact_as_text() -> None:
    frame = pd.DataFrame({"id": [3_340_700_123_456_789_012]})
    sheet = opened(made([table(frame, {"id": Kind.INTEGER})]))["ข้อมูล"]
    assert rows_below_headings(sheet) == [("3340700123456789012",)]


def test_a_date_before_1900_is_written_as_iso_text() -> None:
    frame = pd.DataFrame({"day": [dt.date(1899, 12, 31), dt.date(1900, 1, 1)]}, dtype=object)
    sheet = opened(made([table(frame, {"day": Kind.DATE})]))["ข้อมูล"]
    assert sheet["A3"].value == "1899-12-31"
    assert sheet["A4"].is_date


@pytest.mark.parametrize("repeat", [1, MANY])
def test_text_that_looks_like_a_formula_link_or_markup_stays_that_text(repeat: int) -> None:
    content = made([texts(*DANGEROUS, repeat=repeat)])
    sheet = opened(content)["ข้อมูล"]
    # openpyxl leaves this escape alone in the texts of a file written row by row; Excel does not.
    found = [str(row[0]).replace("_x005F_", "_") for row in rows_below_headings(sheet)]
    assert found == [clean_text(text) for text in DANGEROUS] * repeat
    cells = [sheet.cell(row, 1) for row in range(3, 3 + len(DANGEROUS))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells[:7]] == [True] * 7


def test_no_file_holds_a_formula_a_link_or_an_outward_relation() -> None:
    dangerous = texts(*DANGEROUS)
    trend = Trend("=1+1", "year", ("score",), axis="Sheet!A1")
    scores = pd.DataFrame({"year": [2568, 2569], "score": ["[x]", 85.0]}, dtype=object)
    summary = table(
        scores,
        {"year": Kind.YEAR, "score": Kind.MARKED_SCORE},
        name="=สรุป",
        title="=HYPERLINK(1)",
        notes=("@note",),
    )
    conditions = [("=a", "+b"), ("<r><t>x</t></r>", "-c")]
    written = parts(made([dangerous, summary], trend=trend, conditions=conditions))
    sheets = [text for name, text in written.items() if name.startswith("xl/worksheets/")]
    assert len(sheets) >= 3
    assert not any(re.search(r"<f[ />]|<hyperlink", text) for text in sheets)
    relations = "".join(text for name, text in written.items() if name.endswith(".rels"))
    assert "External" not in relations
    assert "hyperlink" not in relations


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(DANGEROUS), min_size=1, max_size=20))
def test_any_text_comes_back_as_it_went_in_after_the_stated_replacements(
    values: list[str],
) -> None:
    content = made([texts(*values)])
    found = [row[0] or "" for row in rows_below_headings(opened(content)["ข้อมูล"])]
    assert found == [clean_text(value) for value in values]
    assert not any("<f" in text for name, text in parts(content).items() if "worksheets/" in name)


def test_control_characters_and_lone_surrogates_are_replaced_visibly() -> None:
    sheet = opened(made([texts("ก\x00ข\x1f\ud800ค\ufffe", "a\r\nb\rc\td")]))["ข้อมูล"]
    marks = [f"ก{REPLACEMENT}ข{REPLACEMENT * 2}ค{REPLACEMENT}", "a\nb\nc\td"]
    assert [row[0] for row in rows_below_headings(sheet)] == marks


def test_a_text_too_long_for_a_cell_is_cut_visibly_and_the_conditions_say_where() -> None:
    longest, longer, pairs = "ก" * LONGEST, "ก" * (LONGEST + 1), "😀" * LONGEST
    book = opened(made([texts(longest, longer, pairs)], cut_label="ตัด"))
    first, second, third = (str(row[0]) for row in rows_below_headings(book["ข้อมูล"]))
    assert first == longest
    assert second == "ก" * (LONGEST - len(CUT_MARK)) + CUT_MARK
    assert third.endswith("😀" + CUT_MARK)
    assert len(third.encode("utf-16-le")) <= 2 * LONGEST
    last = list(book["เงื่อนไข"].iter_rows(values_only=True))[-1]
    assert last == ("ตัด", "ข้อมูล!A4, ข้อมูล!A5")


def test_nothing_is_said_about_cut_texts_when_none_was_cut() -> None:
    book = opened(made([texts("สั้น")], cut_label="ตัด", conditions=[("ณ วันที่", "วันนี้")]))
    rows = list(book["เงื่อนไข"].iter_rows(values_only=True))
    assert rows == [("เงื่อนไขของข้อมูล", None), ("ณ วันที่", "วันนี้")]


def test_headings_are_frozen_and_the_filter_covers_exactly_the_data() -> None:
    frame = pd.DataFrame({"a": ["ก", "ข"], "b": [1, 2]})
    noted = table(frame, {"a": Kind.TEXT, "b": Kind.INTEGER}, notes=("ขอบเขต", "ที่มา"))
    sheet = opened(made([noted]))["ข้อมูล"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B6"
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["มาตรการ", "ขอบเขต", "ที่มา"]


def test_an_empty_table_still_has_its_headings_and_filter() -> None:
    frame = pd.DataFrame({"a": [], "p": []})
    content = made(
        [table(frame, {"a": Kind.TEXT, "p": Kind.PERCENT})], trend=Trend("ก", "a", ("p",))
    )
    sheet = opened(content)["ข้อมูล"]
    assert sheet.auto_filter.ref == "A2:B2"
    assert not [name for name in parts(content) if "charts/" in name]


def test_every_sheet_prints_on_a4_landscape_one_page_wide_with_page_numbers() -> None:
    book = opened(made([texts("ก")]))
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P / &N" in sheet.oddFooter.right.text
    assert book["ข้อมูล"].print_title_rows == "$2:$2"


def test_a_wide_sheet_prints_in_legible_letters_on_pages_that_name_their_rows() -> None:
    kinds = {str(number): Kind.LONG_TEXT for number in range(12)}
    wide = table(pd.DataFrame([["ข้อความยาว" * 30] * 12], columns=list(kinds)), kinds)

    sheet = opened(made([wide]))["ข้อมูล"]

    assert sheet.page_setup.fitToWidth == 2
    assert sheet.print_title_cols == "$A:$A"


def test_the_sample_mark_stands_in_the_title_and_print_header_of_every_sheet() -> None:
    book = opened(made([texts("ก"), texts("ข")], sample_mark="ข้อมูลตัวอย่าง & ทดลอง"))
    assert len(book.worksheets) == 3
    for sheet in book:
        assert str(sheet["A1"].value).startswith("ข้อมูลตัวอย่าง & ทดลอง · ")
        assert "ข้อมูลตัวอย่าง && ทดลอง" in parts(made([texts("ก")], sample_mark="ข้อมูลตัวอย่าง & ทดลอง"))[
            "xl/worksheets/sheet1.xml"
        ].replace("&amp;", "&")


def test_without_a_sample_mark_the_title_stands_alone() -> None:
    book = opened(made([texts("ก")]))
    assert book["ข้อมูล"]["A1"].value == "มาตรการ"
    assert book["ข้อมูล"].oddHeader.right.text is None


def test_a_status_has_the_colours_of_its_word_and_an_unknown_word_has_none() -> None:
    styles = {"เสร็จ": StatusStyle("#065F46", "#D1FAE5")}
    frame = pd.DataFrame({"status": ["เสร็จ", "อื่น"], "note": ["เสร็จ", ""]})
    kinds = {"status": Kind.STATUS, "note": Kind.TEXT}
    sheet = opened(made([table(frame, kinds)], status_styles=styles))["ข้อมูล"]
    done, other, note = sheet["A3"], sheet["A4"], sheet["B3"]
    assert (done.font.color.rgb, done.fill.fgColor.rgb) == ("FF065F46", "FFD1FAE5")
    assert other.fill.patternType is None
    assert note.fill.patternType is None


def test_a_percent_column_carries_data_bars_from_0_to_100_over_its_rows() -> None:
    frame = pd.DataFrame({"a": ["ก", "ข"], "p": [0, 100]})
    written = parts(made([table(frame, {"a": Kind.TEXT, "p": Kind.PERCENT})]))
    sheet = written["xl/worksheets/sheet1.xml"]
    assert '<conditionalFormatting sqref="B3:B4">' in sheet
    assert '<cfvo type="num" val="0"/><cfvo type="num" val="100"/>' in sheet


def test_long_thai_text_wraps_in_a_row_tall_enough_and_short_rows_keep_their_height() -> None:
    long = "จัดทำคู่มือการปฏิบัติงาน " * 20
    frame = pd.DataFrame({"a": ["สั้น", long, "1\n2\n3"]})
    sheet = opened(made([table(frame, {"a": Kind.LONG_TEXT})]))["ข้อมูล"]
    width = sheet.column_dimensions["A"].width
    assert sheet["A4"].alignment.wrap_text
    assert sheet.row_dimensions[3].height is None
    assert sheet.row_dimensions[4].height >= 23 * len(long) * 0.7 / width
    assert 3 * 23 <= sheet.row_dimensions[5].height < 4 * 23


def test_a_given_width_is_used_and_a_heading_alone_decides_the_width_of_blanks() -> None:
    columns = (Column("a", "ก", Kind.TEXT, width=33), Column("b", "ปีงบประมาณ", Kind.TEXT))
    frame = pd.DataFrame({"a": ["ข" * 90], "b": [""]})
    sheet = opened(made([Table("ข้อมูล", "ก", columns, frame)]))["ข้อมูล"]
    assert round(sheet.column_dimensions["A"].width) in {33, 34}
    assert 8 <= sheet.column_dimensions["B"].width < 14


def test_sheet_names_are_made_valid_and_never_repeat() -> None:
    names = ["ผล: ปี [2569]/ทั้งหมด", "ก" * 40, "ก" * 40, "History", "", "Data", "data"]
    frame = pd.DataFrame({"a": ["ก"]})
    book = opened(made([table(frame, {"a": Kind.TEXT}, name=name) for name in names]))
    assert book.sheetnames == [
        "ผล  ปี  2569  ทั้งหมด",
        "ก" * 31,
        "ก" * 27 + " (2)",
        "History (2)",
        "Sheet",
        "Data",
        "data (2)",
        "เงื่อนไข",
    ]


@pytest.mark.parametrize("rows", [3, MANY])
def test_the_trend_is_a_line_chart_over_the_cells_of_its_table(rows: int) -> None:
    years = list(range(2567, 2567 + rows))
    frame = pd.DataFrame({"year": years, "IIT": 80.0, "total": [None, *[90.0] * (rows - 1)]})
    kinds = {"year": Kind.YEAR, "IIT": Kind.SCORE, "total": Kind.SCORE}
    summary = table(frame, kinds, name="สรุป")
    trend = Trend("คะแนน", "year", ("IIT", "total"), colours=("#0072B2",), lowest=0, highest=100)
    content = made([texts("ก"), summary], trend=trend)
    (chart,) = opened(content)["สรุป"]._charts  # noqa: SLF001
    found = [(line.tx.strRef.f, line.cat.numRef.f, line.val.numRef.f) for line in chart.series]
    last = rows + 2
    assert found == [
        ("'สรุป'!$B$2", f"'สรุป'!$A$3:$A${last}", f"'สรุป'!$B$3:$B${last}"),
        ("'สรุป'!$C$2", f"'สรุป'!$A$3:$A${last}", f"'สรุป'!$C$3:$C${last}"),
    ]
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 100)
    drawn = parts(content)["xl/charts/chart1.xml"]
    assert "<c:lineChart>" in drawn
    assert not re.search('dispBlanksAs val="(zero|span)"', drawn)
    assert f'<c:pt idx="{rows - 1}"><c:v>90</c:v></c:pt>' in drawn.replace("90.0", "90")


def test_a_mark_in_a_charted_column_becomes_a_gap_and_never_a_zero() -> None:
    frame = pd.DataFrame({"year": [2567, 2568], "score": ["[x]", 85.0]}, dtype=object)
    summary = table(frame, {"year": Kind.YEAR, "score": Kind.MARKED_SCORE}, name="สรุป")
    content = made([summary], trend=Trend("คะแนน", "year", ("score",)))
    sheet = opened(content)["สรุป"]
    (chart,) = sheet._charts  # noqa: SLF001
    assert chart.series[0].val.numRef.f == "'สรุป'!$C$3:$C$4"
    assert [sheet[cell].value for cell in ("B3", "B4", "C3", "C4")] == ["[x]", 85, None, 85]
    assert sheet.column_dimensions["C"].hidden
    assert sheet.auto_filter.ref == "A2:B4"


def test_the_trend_stands_on_the_table_it_names() -> None:
    frame = pd.DataFrame({"year": [2567], "score": [85.0]})
    kinds = {"year": Kind.YEAR, "score": Kind.SCORE}
    tables = [table(frame, kinds, name=name) for name in ("หนึ่ง", "สอง")]
    book = opened(made(tables, trend=Trend("ก", "year", ("score",), table="หนึ่ง")))
    assert [len(sheet._charts) for sheet in book] == [1, 0, 0]  # noqa: SLF001
    with pytest.raises(ValueError, match="สาม"):
        made(tables, trend=Trend("ก", "year", ("score",), table="สาม"))


def test_a_key_the_frame_does_not_have_is_an_error_not_an_empty_column() -> None:
    with pytest.raises(KeyError):
        made([table(pd.DataFrame({"a": [1]}), {"b": Kind.TEXT})])


def test_title_and_author_stand_in_the_properties() -> None:
    book = opened(made([texts("ก")], title="แผน 2569", author="อบต.กุศกร"))
    assert (book.properties.title, book.properties.creator) == ("แผน 2569", "อบต.กุศกร")
