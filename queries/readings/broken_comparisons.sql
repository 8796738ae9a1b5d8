-- Pairs of years between which something cannot be compared: see the view broken_comparison.
-- $level varchar total, instrument or indicator
-- -> from_year, to_year, code
select
    from_year,
    to_year,
    code
from broken_comparison
where level = $level
order by from_year, to_year, code;
