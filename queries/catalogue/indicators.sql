-- Indicators of all years in their order.
-- reads: catalogue, batches
-- -> year, number, name, instrument, first_item, last_item, evidence, range_evidence, note
select
    year,
    number,
    name,
    instrument,
    first_item,
    last_item,
    evidence,
    range_evidence,
    note
from indicator
order by year, position;
