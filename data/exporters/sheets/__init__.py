"""One sheet of a workbook, by what it is for."""
