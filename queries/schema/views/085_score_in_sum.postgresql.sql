-- Half is rounded up, as DuckDB rounds what is above zero; PostgreSQL would round it to even.
-- sqlfluff:dialect:postgres
create or replace function score_in_sum(value double precision, year integer, code varchar)
returns hugeint
language sql immutable parallel safe
return floor(value * 1000000 + 0.5)::hugeint * (year + length(code));
