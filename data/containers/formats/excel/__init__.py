"""Workbooks: xlsx, xlsm, xlsb and the old xls."""
