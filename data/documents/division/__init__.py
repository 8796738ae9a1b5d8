"""The workbook a division fills in: what it holds and how it is written."""
