-- Append who takes a step and by when.
-- writes: reports
-- $step_id varchar
-- $division varchar or '' for the lead of the measure
-- $due_date date or null for the proposed one
-- $set_by varchar
-- $batch_id integer or null
insert into step_schedule (schedule_id, step_id, division, due_date, set_by, batch_id)
values (
    nextval('schedule_number'),
    $step_id,
    $division,
    $due_date,
    $set_by,
    $batch_id
);
