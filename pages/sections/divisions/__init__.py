"""Progress of divisions, their workbooks, entry of reports."""
