-- What the plans say of measures, in their order, and how many days the office gives them.
-- reads: plans, catalogue, batches
-- -> current_measure.*, file_name, late_days, due_soon_days, silent_days
with expanded as (
    select
        measure_division.measure_id,
        array_agg(measure_division.division order by division.position, measure_division.division)
        filter (where measure_division.role = 'lead') as lead,
        array_agg(measure_division.division order by division.position, measure_division.division)
        filter (where measure_division.role = 'support') as support
    from measure_division
    left join division on measure_division.division = division.division
    group by measure_division.measure_id
)

select
    current_measure.measure_id,
    current_measure.batch_id,
    current_measure.plan_year,
    current_measure.indicator,
    current_measure.position,
    current_measure.item_year,
    current_measure.items,
    current_measure.question,
    current_measure.analysis,
    current_measure.action,
    current_measure.alignment,
    current_measure.steps,
    current_measure.period_text,
    current_measure.start_date,
    current_measure.end_date,
    current_measure.responsible_text,
    coalesce(expanded.lead, cast(array[] as varchar[])) as lead,
    coalesce(expanded.support, cast(array[] as varchar[])) as support,
    current_measure.sheet,
    current_measure.cell,
    current_measure.budget_planned,
    current_measure.budget_cell,
    current_measure.withdrawn,
    import_batch.file_name,
    office.late_days,
    office.due_soon_days,
    office.silent_days
from current_measure
cross join office
inner join import_batch on current_measure.batch_id = import_batch.batch_id
left join expanded on current_measure.measure_id = expanded.measure_id
order by current_measure.plan_year, current_measure.withdrawn, current_measure.position;
