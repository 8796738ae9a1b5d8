-- Instruments of all years in their order.
-- reads: catalogue, batches
-- -> instrument.* - version_id - position
select
    year,
    code,
    name,
    weight,
    letter,
    respondents,
    item_count,
    item_count_evidence,
    evidence,
    note
from instrument
order by year, position;
