-- The amount told last up to a row: a report that says nothing of it takes nothing back.
-- It stands over a window here, which no function of PostgreSQL can bring along.
-- sqlfluff:dialect:postgres
create aggregate last_told(float8) (sfunc = newest_amount, stype = float8);  -- noqa: LT01
