-- The current report on some steps: about the newest day, and who takes them by when.
-- reads: plans, reports, batches
-- $step_ids varchar[]
-- $days date[] beside them: only reports about days up to this one, or null for every day
-- $sha256 varchar of a file; taken tells whether that file has given a report on the step
-- -> measure_id, step_id, action, lead, withdrawn, report_id, newest_by, about_on, status, status_on, note, taken, due_date, is_set, taker, schedule_id
with voice as (
    select *
    from active_report
    where kind = 'step'
),

typed as (
    select
        step_id,
        max(report_id) as report_id,
        arg_max(reported_by, report_id) as newest_by,
        bool_or(coalesce(sha256 = $sha256, false)) as taken
    from voice
    group by step_id
),

asked as (
    select
        unnest(cast($step_ids as varchar[])) as step_id,
        unnest(cast($days as date[])) as day
),

scheduled as (
    select *
    from active_schedule
    where step_id = any($step_ids)
    qualify row_number() over (
        partition by step_id
        order by schedule_id desc
    ) = 1
),

newest as (
    select voice.*
    from voice
    inner join asked on voice.step_id = asked.step_id
    where asked.day is null or voice.about_on <= asked.day
    qualify row_number() over (
        partition by voice.step_id
        order by voice.about_on desc, voice.report_id desc
    ) = 1
)

select
    current_step.measure_id,
    current_step.step_id,
    current_step.text as action,
    current_step.lead,
    current_step.withdrawn,
    coalesce(typed.report_id, 0) as report_id,
    typed.newest_by,
    newest.about_on,
    newest.status,
    newest.status_on,
    coalesce(newest.note, '') as note,
    coalesce(typed.taken, false) as taken,
    coalesce(scheduled.due_date, current_step.even_date) as due_date,
    scheduled.due_date is not null as is_set,
    coalesce(scheduled.division, '') as taker,
    coalesce(scheduled.schedule_id, 0) as schedule_id
from current_step
left join newest on current_step.step_id = newest.step_id
left join typed on current_step.step_id = typed.step_id
left join scheduled on current_step.step_id = scheduled.step_id
where current_step.step_id = any($step_ids)
order by current_step.plan_year, current_step.measure_position, current_step.position;
