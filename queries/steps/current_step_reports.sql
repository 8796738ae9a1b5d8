-- The current report on some steps: about the newest day, and who takes them by when.
-- reads: plans, reports, batches
-- $step_ids varchar[]
-- $days date[] beside them: only reports about days up to this one, or null for every day
-- $sha256 varchar of a file; taken tells whether that file has given a report on the step
-- -> measure_id, step_id, action, lead, withdrawn, last_report.*, due_date, is_set, taker, schedule_id
with scheduled as (
    select distinct on (step_id) *
    from active_schedule
    where step_id = any($step_ids)
    order by step_id asc, schedule_id desc
)

select
    current_step.measure_id,
    current_step.step_id,
    current_step.text as action,
    current_step.lead,
    current_step.withdrawn,
    said.*,
    coalesce(scheduled.due_date, current_step.even_date) as due_date,
    scheduled.due_date is not null as is_set,
    coalesce(scheduled.division, '') as taker,
    coalesce(scheduled.schedule_id, 0) as schedule_id
from last_report('step', null, $step_ids, $days, $sha256) as said
inner join current_step on said.subject = current_step.step_id
left join scheduled on said.subject = scheduled.step_id
order by current_step.plan_year, current_step.measure_position, current_step.position;
