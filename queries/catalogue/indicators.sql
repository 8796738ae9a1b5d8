-- Indicators of all years in their order.
-- reads: catalogue, batches
-- -> year, number, name, instrument, first_item, last_item, evidence, range_evidence, note, target
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
