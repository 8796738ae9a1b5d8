-- Numbers with a floating point, as DuckDB calls them.
-- sqlfluff:dialect:postgres
create domain double as double precision;
