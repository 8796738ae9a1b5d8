"""Plans as text copied out of a PDF without tabs: its lines become the cells of a table."""
