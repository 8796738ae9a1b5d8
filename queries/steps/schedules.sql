-- Every decision on who takes a step and by when, in the order they were made.
-- reads: reports, batches
-- -> schedule_id, step_id, division, due_date, set_by, set_at
select
    schedule_id,
    step_id,
    division,
    due_date,
    set_by,
    set_at
from active_schedule
order by schedule_id;
