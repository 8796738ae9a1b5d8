"""The store of one office: a file of DuckDB."""
