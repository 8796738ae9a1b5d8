-- Store the registered scores under a batch.
-- writes: scores
-- $batch_id integer
insert into score (
    agency_id, year, level, code, batch_id, value, provisional, cell_part, cell_row, cell_column
)
select
    agency_id,
    year,
    level,
    code,
    $batch_id,
    value,
    provisional,
    cell_part,
    cell_row,
    cell_column
from incoming_score;
