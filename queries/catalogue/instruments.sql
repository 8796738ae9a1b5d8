-- Instruments of all years in their order.
-- reads: catalogue, batches
-- -> year, code, name, weight, letter, respondents, item_count, item_count_evidence, evidence, note
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
