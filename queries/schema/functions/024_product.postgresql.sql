-- The product of whole numbers.
-- sqlfluff:dialect:postgres
create aggregate product(bigint) (sfunc = times, stype = numeric, initcond = '1');  -- noqa: LT01
