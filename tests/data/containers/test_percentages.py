"""A number that its cell shows in percent comes out as one, whatever program wrote the file."""

import pytest

from data.containers.formats.number_formats import is_percent
from data.importers.sheets.opening import read_sheets
from data.model.grid import Percentage
from tests.corpus import records
from tests.corpus.archives import ods
from tests.corpus.markup import DECLARED, xml_book, xml_cell, xml_row
from tests.helpers.workbooks import book_of

pytestmark = pytest.mark.child
SHOWN = Percentage(0.9282)


def in_percent(page):
    page["A1"].number_format = "0.0%"


def old_book():
    cells = (records.number(0, 0, 0.9282, 1), records.number(0, 1, 0.9282))
    styles = records.style(0) + records.style(10)
    return records.compound(records.book_stream(*cells, before=styles))


def binary_book():
    cells = (records.packed_number(0, 0.9282, 1), records.packed_number(1, 0.9282))
    return records.xlsb(records.packed_row(0), *cells, styles=records.packed_styles(0, 164))


def open_book():
    cells = (
        f'<table:table-cell office:value-type="{kind}" office:value="0.9282"/>'
        for kind in ("percentage", "float")
    )
    return ods(f"<table:table><table:table-row>{''.join(cells)}</table:table-row></table:table>")


def flat_book():
    style = '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    row = xml_row(xml_cell(0.9282, ' ss:StyleID="p"'), 0.9282)
    return xml_book(row, before=DECLARED).replace("</Styles>", f"{style}</Styles>").encode()


FILES = {
    "xlsx": lambda: book_of((0.9282, 0.9282), change=in_percent),
    "xls": old_book,
    "xlsb": binary_book,
    "ods": open_book,
    "xml": flat_book,
}


@pytest.mark.parametrize("kind", FILES)
def test_a_percentage_is_told_apart_from_the_number_it_keeps(kind):
    (sheet,) = read_sheets(f"a.{kind}", FILES[kind]())
    assert sheet.rows == ((SHOWN, 0.9282),)
    assert str(SHOWN) == "92.82%"


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0.0%;[Red]-0.0%", "0.00\\ %"])
def test_formats_with_a_percent_sign_of_their_own_show_percentages(code):
    assert is_percent(code)


@pytest.mark.parametrize("code", ["General", "0.00", '0.00"%"', "0.00\\%", '0" จาก 100%"'])
def test_a_percent_sign_that_is_only_a_letter_beside_the_number_shows_none(code):
    assert not is_percent(code)
