-- Indicators of all years in their order.
-- reads: catalogue, batches
-- -> indicator.* - version_id - position
select
    year,
    number,
    name,
    instrument,
    first_item,
    last_item,
    evidence,
    range_evidence,
    note,
    target
from indicator
order by year, position;
