-- Store the registered scores under a batch.
-- writes: scores
-- $batch_id integer
insert into score (
    agency_id, year, level, code, batch_id, value, provisional, sheet, cell
)
select
    agency_id,
    year,
    level,
    code,
    $batch_id,
    value,
    provisional,
    sheet,
    cell
from incoming_score;
