"""The catalogue of a year as a form: a workbook handed out to be completed.

Its sheets are taken in together by `read_catalogue`, so that one of them read alone, as if it held
scores or a plan, gives nothing.
"""

from typing import Final

from data.importers.catalogue.tables import Headed, find_catalogue, form_titles, layouts
from data.importers.recognised import ColumnMatch, Columns, Recognised, SheetForm
from data.importers.sheets.head import SheetHead
from data.importers.sheets.readings import not_recognised
from data.importers.sheets.title_years import name_years
from data.model.choices import Choices
from data.model.identity import Answer, Identity, SheetKind
from data.model.records import Form, Import


def catalogue_columns(_head: SheetHead, table: Headed | None) -> Columns:
    """Match the columns with a known heading."""
    if table is None:
        return ()
    columns = sorted((column, field) for field, column in table.columns.items())
    return tuple([ColumnMatch(column, table.heading(field), field) for column, field in columns])


def identify_catalogue(head: SheetHead, table: Headed) -> Identity:
    """Tell the year by the name of the sheet; rows may name others."""
    years = {year for year, _ in name_years(head.sheet.name)}
    year = Answer(years.pop()) if len(years) == 1 else None
    return Identity(Answer(SheetKind.CATALOGUE, table.cell("", table.top)), None, year)


def refuse_alone(recognised: Recognised, _table: Headed | None, _choices: Choices) -> Import:
    """Say that one sheet of a catalogue is no import of its own."""
    return not_recognised(recognised.sheet, Form.CATALOGUE)


def settled(recognised: Recognised, _choices: Choices) -> Headed | None:
    """Give the table as it was found: its columns are settled in the workbook."""
    return recognised.layout if isinstance(recognised.layout, Headed) else None


CATALOGUE: Final[SheetForm[Headed]] = SheetForm(
    names=(Form.CATALOGUE,),
    find=find_catalogue,
    settle=settled,
    columns=catalogue_columns,
    identify=identify_catalogue,
    read=refuse_alone,
    fields=lambda: sorted({field for layout in layouts().values() for field in layout.headings}),
    marks=form_titles,
    whole_file=True,
)
