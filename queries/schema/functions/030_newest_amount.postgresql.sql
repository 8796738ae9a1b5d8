-- The amount told so far, or the one told now.
-- sqlfluff:dialect:postgres
create function newest_amount(told double precision, amount double precision)
returns double precision
language sql immutable parallel safe
return coalesce(amount, told);
