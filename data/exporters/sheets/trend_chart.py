"""A native Excel line chart below the table it shows."""

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.cell_values import Value, column_values
from data.exporters.cells.styles import FONT, FONT_SIZE
from data.exporters.sheets.book import Book
from data.exporters.sheets.data_sheet import DataSheet
from data.model.columns import Kind, Table, Trend

_PALETTE: Final = ("#0072B2", "#D55E00", "#CC79A7", "#009E73", "#6B7280", "#000000")
_PLOTTED: Final = "\0plotted"
_FONT: Final = {"name": FONT, "size": FONT_SIZE}
_SIZE: Final = {"width": 960, "height": 400}
_PLACE: Final = {"object_position": 2}  # moves with the cells, keeps its size


def with_plotted_columns(table: Table, trend: Trend) -> tuple[Table, int]:
    """Add number-only copies of the charted columns, if any holds a mark, and count them.

    Excel draws a text in a line chart as zero, so a mark would look like a score of 0.00.
    """
    by_key = {column.key: column for column in table.columns}
    columns = [by_key[key] for key in trend.series]
    values = [column_values(table.frame, column) for column in columns]
    if not any(isinstance(value, str) and value for held in values for value in held):
        return table, 0
    plotted = [
        replace(column, key=column.key + _PLOTTED, kind=Kind.SCORE, blank="") for column in columns
    ]
    numbers = {
        copy.key: pd.Series(map(_number, held), table.frame.index)
        for copy, held in zip(plotted, values, strict=True)
    }
    frame = table.frame.assign(**numbers)
    return replace(table, columns=(*table.columns, *plotted), frame=frame), len(plotted)


def draw_trend(book: Book, written: DataSheet, trend: Trend) -> None:
    """Draw the chart two rows below the table; an empty table gets none."""
    if not written.content.rows:
        return
    chart = book.file.add_chart({"type": "line"})
    for number, key in enumerate(trend.series):
        colours = trend.colours or _PALETTE
        chart.add_series(_series(written, trend.category, key, colours[number % len(colours)]))
    chart.set_title({"name": _words(trend.title), "name_font": _FONT | {"bold": True}})
    chart.set_x_axis({"num_font": _FONT})
    chart.set_y_axis(
        {
            "name": _words(trend.axis),
            "name_font": _FONT,
            "num_font": _FONT,
            "min": trend.lowest,
            "max": trend.highest,
            "major_gridlines": {"visible": True, "line": {"color": "#E5E7EB"}},
        }
    )
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.show_blanks_as("gap")
    chart.show_hidden_data()
    chart.set_size(_SIZE)
    described = _PLACE | {"description": clean_text(trend.title)}
    written.sheet.insert_chart(written.content.last_row + 2, 0, chart, described)


def _series(written: DataSheet, category: str, key: str, colour: str) -> dict[str, Any]:
    keys = [column.key for column in written.table.columns]
    position = keys.index(key + _PLOTTED) if key + _PLOTTED in keys else keys.index(key)
    name = written.sheet.get_name()
    along, paint = keys.index(category), {"color": colour}
    return {
        "name": [name, written.content.heading_row, position],
        "categories": [name, written.content.first_row, along, written.content.last_row, along],
        "values": [name, written.content.first_row, position, written.content.last_row, position],
        # The workbook keeps no rows, so the values a preview shows without Excel are given here.
        "name_data": [clean_text(written.table.columns[position].heading)],
        "categories_data": [row[along] for row in written.content.rows],
        "values_data": [_number(row[position]) for row in written.content.rows],
        "line": {"color": colour, "width": 2.25},
        "marker": {"type": "circle", "size": 6, "fill": paint, "border": paint},
    }


def _number(value: Value | None) -> float | None:
    return value if isinstance(value, int | float) else None


def _words(text: str) -> str:
    # XlsxWriter takes a text like "x!A1" for a reference.
    return clean_text(text).replace("!", "! ")
