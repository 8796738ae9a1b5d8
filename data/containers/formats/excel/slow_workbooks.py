"""The second reader of Excel workbooks, for what the first one gives up on (such as #SPILL!)."""

import io

from data.containers.formats.readings import distinct


def slow_rows(content: bytes, names: list[str]) -> list[list[list[object]]]:
    """Read the stored values of the named sheets from A1 on with openpyxl, row by row."""
    # Loaded only here: it costs more than reading most files.
    from openpyxl import load_workbook  # noqa: PLC0415

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheets = [workbook[name] for name in names]
    for sheet in sheets:
        sheet.reset_dimensions()
    return [distinct(list(sheet.iter_rows(values_only=True))) for sheet in sheets]
