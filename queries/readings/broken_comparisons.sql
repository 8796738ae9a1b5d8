-- What cannot be compared between two years: see the view broken_comparison.
-- reads: catalogue, batches
-- -> from_year, to_year, level, code
select
    from_year,
    to_year,
    level,
    code
from broken_comparison
order by from_year, to_year, level, code;
