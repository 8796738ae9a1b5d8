-- Steps of measures with their state on a day, in the order of the plan.
-- reads: plans, reports, catalogue, batches
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> step_on.* - closed - even_date - measure_position, file_name
select
    state.* exclude (closed, even_date, measure_position),
    import_batch.file_name
from step_on($as_of, known_at := $known_at) as state
inner join import_batch on state.batch_id = import_batch.batch_id
order by state.plan_year, state.measure_position, state.position;
