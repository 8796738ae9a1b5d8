-- Whole numbers of up to 38 digits, as DuckDB calls them.
-- sqlfluff:dialect:postgres
create domain hugeint as numeric(38, 0);
