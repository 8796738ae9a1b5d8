"""The catalogue of a year as a workbook."""
