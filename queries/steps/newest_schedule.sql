-- Whether a step is in force, the divisions that lead its measure, and the newest row of its plan.
-- reads: plans, reports, batches
-- $step_id varchar
-- -> steps, lead, schedule_id
select
    count(*) as steps,
    coalesce(max(lead), cast(array[] as varchar[])) as lead,
    (
        select coalesce(max(active_schedule.schedule_id), 0)
        from active_schedule
        where active_schedule.step_id = $step_id
    ) as schedule_id
from current_step
where step_id = $step_id;
