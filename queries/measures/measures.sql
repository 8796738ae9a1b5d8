-- Measures of action plans with their state on a day, in the order of the plan.
-- reads: plans, reports, catalogue, batches
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> measure_on.*, steps_done, steps_counted, proposed_percent, file_name
with expanded as (
    select
        measure_division.measure_id,
        list(measure_division.division order by division.position, measure_division.division)
        filter (measure_division.role = 'lead') as lead,
        list(measure_division.division order by division.position, measure_division.division)
        filter (measure_division.role = 'support') as support
    from measure_division
    left join division on measure_division.division = division.division
    group by measure_division.measure_id
)

select
    state.*
    replace (
        coalesce(expanded.lead, []) as lead,
        coalesce(expanded.support, []) as support
    ),
    progress.steps_done,
    progress.steps_counted,
    progress.proposed_percent,
    import_batch.file_name
from measure_on($as_of, known_at := $known_at) as state
inner join import_batch on state.batch_id = import_batch.batch_id
left join expanded on state.measure_id = expanded.measure_id
left join step_progress($as_of, known_at := $known_at) as progress
    on state.measure_id = progress.measure_id and state.batch_id = progress.batch_id
order by state.plan_year, state.withdrawn, state.position;
