-- Store the registered steps under a batch.
-- writes: plans
-- $batch_id integer
insert into step (step_id, batch_id, measure_id, position, text, sheet, cell)
select
    step_id,
    $batch_id,
    measure_id,
    position,
    text,
    sheet,
    cell
from incoming_step;
