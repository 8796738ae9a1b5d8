-- Items of all years in their order.
-- reads: catalogue, batches
-- -> item.* - version_id - position
select
    year,
    code,
    indicator,
    name,
    evidence,
    note
from item
order by year, position;
