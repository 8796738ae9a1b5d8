-- Store the registered published levels under a batch.
-- writes: scores
-- $batch_id integer
insert into published_level (agency_id, year, batch_id, published_level, sheet, cell)
select
    agency_id,
    year,
    $batch_id,
    published_level,
    sheet,
    cell
from incoming_level;
