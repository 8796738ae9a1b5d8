-- What the plans say of measures, in their order, and how many days the office gives them.
-- reads: plans, catalogue, batches
-- -> current_measure.*, file_name, late_days, due_soon_days, silent_days
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
    current_measure.*
    replace (
        coalesce(expanded.lead, []) as lead,
        coalesce(expanded.support, []) as support
    ),
    import_batch.file_name,
    office.late_days,
    office.due_soon_days,
    office.silent_days
from current_measure
cross join office
inner join import_batch on current_measure.batch_id = import_batch.batch_id
left join expanded on current_measure.measure_id = expanded.measure_id
order by current_measure.plan_year, current_measure.withdrawn, current_measure.position;
