-- National averages of all years in their order.
-- reads: catalogue, batches
-- -> national_score.* - version_id - position
select
    year,
    code,
    value,
    note
from national_score
order by year, position;
