"""The workbook people download: a sheet a table, a chart if asked for, and the conditions."""

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from data.exporters.sheets.book import open_book
from data.exporters.sheets.conditions_sheet import write_conditions
from data.exporters.sheets.data_sheet import write_table
from data.exporters.sheets.sheet_top import table_top
from data.exporters.sheets.trend_chart import draw_trend, with_plotted_columns
from data.model.columns import StatusStyle, StatusStyles, Table, Trend

_MANY_ROWS: Final = 2_000
_NO_STYLES: Final[Mapping[str, StatusStyle]] = MappingProxyType({})


def workbook(  # noqa: PLR0913 - the words of a whole file come in as arguments
    tables: Sequence[Table],
    *,
    conditions: Sequence[tuple[str, str]],
    conditions_name: str,
    conditions_title: str,
    status_styles: StatusStyles = _NO_STYLES,
    trend: Trend | None = None,
    sample_mark: str | None = None,
    title: str = "",
    author: str = "",
    cut_label: str = "[…]",
) -> bytes:
    """Write tables in their order, then the conditions, and give the xlsx file.

    A text too long for a cell ends with the cut mark, and a last condition, labelled `cut_label`,
    lists the cells where that happened.

    Raises:
        KeyError: when a frame lacks the key of a column, or the trend names an unknown column.
        ValueError: when the trend names a table that is not there.
    """
    target = io.BytesIO()
    # Excel tables can be made in memory only.
    few_rows = sum(len(table.frame) for table in tables) <= _MANY_ROWS
    in_memory = few_rows or any(table.range_name for table in tables)
    with open_book(target, in_memory=in_memory, title=title, author=author) as book:
        place = _place(tables, trend)
        for number, table in enumerate(tables):
            if trend is None or number != place:
                write_table(book, table, status_styles, sample_mark)
            else:
                plotted, hidden = with_plotted_columns(table, trend)
                written = write_table(book, plotted, status_styles, sample_mark, hidden)
                draw_trend(book, written, trend)
        cut = [(cut_label, ", ".join(book.cut))] if book.cut else []
        top = table_top(conditions_title, sample_mark=sample_mark)
        write_conditions(book, conditions_name, [*conditions, *cut], top)
    return target.getvalue()


def _place(tables: Sequence[Table], trend: Trend | None) -> int:
    if trend is None or trend.table is None:
        return len(tables) - 1
    return [table.name for table in tables].index(trend.table)
