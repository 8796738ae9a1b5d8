"""Status reports as a form: the workbook a division fills in."""

from typing import Final

from data.importers.recognised import SheetForm
from data.importers.status.layout import (
    READABLE_FIELDS,
    StatusLayout,
    find_status,
    identify_status,
    settle_status,
    status_columns,
)
from data.importers.status.workbook import read_status
from data.model.records import Form

STATUS: Final[SheetForm[StatusLayout]] = SheetForm(
    names=(Form.STATUS,),
    find=find_status,
    settle=settle_status,
    columns=status_columns,
    identify=identify_status,
    read=read_status,
    fields=lambda: READABLE_FIELDS,
    every_column_is_known=True,
    decided_row_by_row=True,
)
