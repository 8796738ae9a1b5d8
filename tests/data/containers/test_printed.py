"""Pages of print taken apart: letters, ruling lines, columns, and what goes on over a page."""

import pytest

from data.containers.formats.pdf.documents import read_printed
from data.containers.formats.pdf.thai_glyphs import plain_thai
from data.containers.gate.reasons import RefusedError, Unreadability
from data.importers.sheets.opening import read_sheets
from data.model.problems import ProblemCode
from tests.corpus.refused_prints import pdf, stream
from tests.sheet_reading import read

FONT = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def text(x, y, words):
    return b"BT /F 10 Tf %d %d Td (%s) Tj ET\n" % (x, y, words.encode())


def grid(across, down):
    lines = [b"%d %d m %d %d l S\n" % (x, down[0], x, down[-1]) for x in across]
    lines += [b"%d %d m %d %d l S\n" % (across[0], y, across[-1], y) for y in down]
    return b"".join(lines)


def document(*contents, more=b""):
    """Pages that draw this; `more` are entries of each page."""
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R%s%s>>"
        % (3 + len(contents) + at, FONT, more)
        for at in range(len(contents))
    ]
    kids = b" ".join(b"%d 0 R" % (3 + at) for at in range(len(contents)))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents))
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *pages, *map(stream, contents))


def rows_of(*contents, more=b""):
    """Read pages that draw this."""
    content = document(*contents, more=more)
    return [(reading.rows, reading.places) for reading in read_printed(content)]


TABLE = grid((100, 200, 300), (700, 680, 660)) + b"".join(
    (
        text(105, 685, "Year"),
        text(205, 685, "Score"),
        text(105, 665, "2568"),
        text(205, 665, "85.2"),
    )
)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("ส\u0e33\u0e32นัก", "สำนัก"),
        ("ส\u0e4d\u0e32นัก", "สำนัก"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("ป\uf70bา", "ป้า"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ท\u0e35\u0e48\u0e48", "ที่"),
        ("\u0e40\u0e40ผน", "แผน"),
        ("สถานที่ที่ดี", "สถานที่ที่ดี"),
    ],
)
def test_thai_is_spelt_as_it_was_typed(printed, typed):
    assert plain_thai(printed) == typed


def test_a_ruled_table_has_its_cells_under_the_lines_of_text_above_it():
    ((rows, places),) = rows_of(text(100, 750, "Result of 2568") + TABLE)

    assert rows == [["Result of 2568", None], ["Year", "Score"], ["2568", "85.2"]]
    assert [tuple(place) for place in places] == [(1, 0, 0), (1, 1, 0), (1, 1, 1)]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turned):
    cos, sin = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turned]
    turn = b"%d %d %d %d 0 0 cm\n" % (cos, sin, -sin, cos)
    ((rows, _),) = rows_of(turn + TABLE, more=b"/Rotate %d" % turned)

    assert rows == [["Year", "Score"], ["2568", "85.2"]]


def test_text_that_runs_upwards_in_a_cell_is_one_word():
    upwards = b"BT /F 10 Tf 0 1 -1 0 250 662 Tm (Tot) Tj ET\n"
    ((rows, _),) = rows_of(
        grid((100, 200, 300), (700, 680, 660)) + text(105, 685, "Year") + upwards
    )

    assert rows[1] == [None, "Tot"]


def test_a_cell_over_two_columns_is_one():
    lines = grid((100, 300), (700, 680)) + grid((100, 200, 300), (680, 660, 640))
    ((rows, _),) = rows_of(
        lines + text(150, 685, "Both") + text(105, 665, "left") + text(205, 645, "right")
    )

    assert rows == [["Both", None], ["left", None], [None, "right"]]


def test_a_row_that_the_page_cuts_off_is_still_there():
    open_below = grid((100, 200, 300), (700, 680)) + b"".join(
        b"%d 680 m %d 640 l S\n" % (x, x) for x in (100, 200, 300)
    )
    ((rows, _),) = rows_of(open_below + text(105, 685, "head") + text(105, 665, "cut"))

    assert rows == [["head"], ["cut"]]


def test_a_table_goes_on_over_pages_that_repeat_its_title_and_count_themselves():
    first = text(100, 750, "Result of 2568") + TABLE + text(300, 20, "- 1 -")
    ((rows, places),) = rows_of(first, first.replace(b"- 1 -", b"- 2 -"))

    assert [row[0] for row in rows] == ["Result of 2568", "Year", "2568", "Year", "2568"]
    assert places[-1] == (2, 1, 1)


def test_a_table_under_another_title_is_another_table():
    first = text(100, 750, "Result of 2568") + TABLE
    tables = rows_of(first, first.replace(b"of 2568", b"of 2567"))

    assert [rows[0][0] for rows, _ in tables] == ["Result of 2568", "Result of 2567"]


def test_names_that_wrap_over_a_page_are_put_together():
    headed = grid((100, 200, 300, 400), (700, 680, 660)) + text(105, 685, "Name")
    one = headed + text(105, 665, "North") + text(205, 665, "85.25") + text(305, 665, "86.25")
    ((rows, _),) = rows_of(one, headed + text(105, 665, "Hill"))

    assert ["North Hill", "85.25", "86.25"] in rows
    assert "Hill" not in [row[0] for row in rows]


def test_columns_without_lines_are_where_no_text_stands():
    lines = [
        text(100, 700 - 20 * at, name) + text(300, 700 - 20 * at, score)
        for at, (name, score) in enumerate(
            (("Name", "Score"), ("One", "85.1"), ("Two and more", "86.2"), ("Three", "87.3"))
        )
    ]
    ((rows, _),) = rows_of(b"".join(lines))

    assert rows == [["Name", "Score"], ["One", "85.1"], ["Two and more", "86.2"], ["Three", "87.3"]]


def test_running_text_is_no_table():
    words = b"".join(text(100, 700 - 12 * at, "some words of a letter") for at in range(9))

    with pytest.raises(RefusedError) as refused:
        rows_of(words)
    assert refused.value.reason is Unreadability.NOT_A_TABLE


def test_a_page_that_is_a_picture_beside_tables_is_told():
    picture = b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 1 /CS /G ID \0 EI Q"
    (table,) = read_sheets("a.pdf", document(TABLE, picture, TABLE))
    found = read(table).problems

    assert table.unread_pages == (2,)
    assert [(one.code, one.value) for one in found if one.code is ProblemCode.PAGES_NOT_READ] == [
        (ProblemCode.PAGES_NOT_READ, "2")
    ]


def test_other_headings_over_the_same_columns_begin_another_table():
    columns = grid((100, 200, 300, 400), (700, 680, 660)) + text(105, 665, "Part")
    numbers = text(205, 665, "85.25") + text(305, 665, "86.25")
    of_2568 = columns + text(105, 685, "Name") + text(205, 685, "A 2568") + text(305, 685, "B 2568")

    tables = rows_of(of_2568 + numbers, of_2568.replace(b" 2568", b" 2567") + numbers)
    assert [rows[0] for rows, _ in tables] == [
        ["Name", "A 2568", "B 2568"],
        ["Name", "A 2567", "B 2567"],
    ]


def test_the_foot_of_a_page_does_not_end_a_table_and_is_kept_once():
    page = TABLE + text(100, 40, "Made by the office")
    ((rows, _),) = rows_of(page, page)

    assert [row[0] for row in rows] == ["Year", "2568", "Made by the office", "Year", "2568"]


def test_a_title_at_the_foot_of_a_page_is_that_of_the_next_table():
    first = TABLE + text(100, 40, "Result of 2567")

    assert len(rows_of(first, TABLE)) == 2
