-- The steps of the newest visible version of each measure; what it no longer has is not among them.
-- Without a decision the last step is due with its measure, and those before it at even distances.
create or replace view current_step as
select
    step.step_id,
    step.measure_id,
    step.batch_id,
    current_measure.plan_year,
    current_measure.position as measure_position,
    step.position,
    step.text,
    step.sheet,
    step.cell,
    current_measure.action,
    current_measure.lead,
    current_measure.withdrawn,
    current_measure.start_date
    + cast(
        (current_measure.end_date - current_measure.start_date) * step.position
        // cardinality(current_measure.steps) as integer
    ) as even_date
from step
inner join current_measure
    on step.measure_id = current_measure.measure_id and step.batch_id = current_measure.batch_id;
