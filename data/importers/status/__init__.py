"""The workbook of a division, filled in and sent back."""
