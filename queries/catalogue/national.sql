-- National averages of all years in their order.
-- reads: catalogue, batches
-- -> year, code, value, note
select
    year,
    code,
    value,
    note
from national_score
order by year, position;
