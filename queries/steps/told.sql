-- What was told of steps up to a day, and who takes them by when where somebody decided that.
-- A date set by somebody counts for every day of view.
-- reads: reports, batches
-- $as_of date the day reported about
-- $known_at date or null for everything, else what was typed up to that day
-- -> step_id, report_id, reported_at, status, note, reported_by, status_on, schedule_id, division, due_date
with latest_schedule as (
    select distinct on (step_id) *
    from active_schedule
    where $known_at is null or cast(set_at as date) <= $known_at
    order by step_id asc, schedule_id desc
)

select
    coalesce(latest_report.step_id, latest_schedule.step_id) as step_id,
    latest_report.seen_report as report_id,
    latest_report.reported_at,
    latest_report.status,
    latest_report.note,
    latest_report.reported_by,
    latest_report.status_on,
    latest_schedule.schedule_id,
    latest_schedule.division,
    latest_schedule.due_date
from step_state($as_of, known_at := $known_at) as latest_report
full join latest_schedule on latest_report.step_id = latest_schedule.step_id
order by step_id;
