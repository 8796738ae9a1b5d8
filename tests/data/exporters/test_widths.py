import pytest

from data.exporters.cells.widths import (
    LINE_HEIGHT,
    TALLEST_ROW,
    column_width,
    display_width,
    line_count,
    row_height,
)
from data.model.columns import Kind


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("ที่นี่", 2), ("น้ำ", 2), ("กิ๊ก", 2), ("日本", 4), ("ก\u200bข", 2)],
)
def test_thai_marks_above_and_below_take_no_room(text: str, width: int) -> None:
    assert display_width(text) == width


def test_a_column_is_as_wide_as_its_content_up_to_its_cap() -> None:
    assert column_width(Kind.TEXT, "ก", {"ข" * 20}) == 22
    assert column_width(Kind.TEXT, "ก", {"ข" * 300}) == 30
    assert column_width(Kind.LONG_TEXT, "ก", {"ข" * 400}) == 48


def test_several_columns_of_long_text_share_the_width_of_a_page() -> None:
    assert column_width(Kind.LONG_TEXT, "ก", {"ข" * 300}, long_columns=5) == 30
    assert column_width(Kind.LONG_TEXT, "ก", {"ข" * 300}, long_columns=50) == 28


def test_a_text_that_would_not_fit_the_tallest_row_gets_a_wider_column() -> None:
    text = "ขั้นตอน " * 200
    width = column_width(Kind.LONG_TEXT, "ก", {text})
    assert width > 48
    assert row_height(line_count(text, width)) < TALLEST_ROW


def test_a_short_heading_stays_on_one_line_beside_its_button() -> None:
    assert column_width(Kind.TEXT, "ความสำคัญ", {"ก"}) >= display_width("ความสำคัญ") + 3


def test_lines_count_line_feeds_and_wraps_and_never_split_what_fits() -> None:
    assert line_count("", 10) == 1
    assert line_count("ก\nข\n", 10) == 3
    assert line_count("ก" * 9, 10) == 1
    assert line_count("ก" * 100, 12) >= 9
    assert line_count("ก" * 5, 0.5) == 5


def test_a_row_is_as_tall_as_its_lines_and_never_taller_than_excel_allows() -> None:
    assert row_height(3) >= 3 * LINE_HEIGHT
    assert row_height(1_000) == TALLEST_ROW
