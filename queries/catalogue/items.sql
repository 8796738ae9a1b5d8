-- Items of all years in their order.
-- reads: catalogue, batches
-- -> year, code, indicator, name, evidence, note
select
    year,
    code,
    indicator,
    name,
    evidence,
    note
from item
order by year, position;
