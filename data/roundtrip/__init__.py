"""The workbook a division gets, fills in and sends back: how it is made and how it is known."""
