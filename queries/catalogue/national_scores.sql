-- National averages of years, total first, as far as they are known.
-- reads: catalogue, batches
-- $years integer[]
-- -> year, code, value, note
select
    year,
    code,
    value,
    note
from national_score
where year = any($years)
order by year, position;
