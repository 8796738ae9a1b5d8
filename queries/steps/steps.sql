-- Steps of measures with their state on a day, in the order of the plan.
-- reads: plans, reports, catalogue, batches
-- $measure_ids varchar[] or null for every measure in force
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> step_id, measure_id, plan_year, position, text, action, lead, division, due_date, proposed, schedule_id, status, status_on, note, reported_by, reported_at, report_id, overdue, due_soon, withdrawn, batch_id, file_name, sheet, cell
select
    state.step_id,
    state.measure_id,
    state.plan_year,
    state.position,
    state.text,
    state.action,
    state.lead,
    state.division,
    state.due_date,
    state.proposed,
    state.schedule_id,
    state.status,
    state.status_on,
    state.note,
    state.reported_by,
    state.reported_at,
    state.report_id,
    state.overdue,
    state.due_soon,
    state.withdrawn,
    state.batch_id,
    import_batch.file_name,
    state.sheet,
    state.cell
from step_on($as_of, known_at := $known_at) as state
inner join import_batch on state.batch_id = import_batch.batch_id
where if($measure_ids is null, not state.withdrawn, state.measure_id = any($measure_ids))
order by state.plan_year, state.measure_position, state.position;
