-- Append who takes a step and by when.
-- writes: reports
-- $step_id varchar
-- $division varchar or '' for the lead of the measure
-- $due_date date or null for the proposed one
-- $set_by varchar
-- $batch_id integer or null
insert into step_schedule (schedule_id, step_id, division, due_date, set_by, batch_id)
select
    coalesce(max(schedule_id), 0) + 1 as schedule_id,
    $step_id,
    $division,
    $due_date,
    $set_by,
    $batch_id
from step_schedule;
