-- Bytes, as DuckDB calls them.
-- sqlfluff:dialect:postgres
create domain blob as bytea;
