-- What the plans say of steps, in their order, and how many days the office gives them.
-- reads: plans, catalogue, batches
-- -> current_step.*, file_name, late_days, due_soon_days
select
    current_step.*,
    import_batch.file_name,
    office.late_days,
    office.due_soon_days
from current_step
cross join office
inner join import_batch on current_step.batch_id = import_batch.batch_id
order by current_step.plan_year, current_step.measure_position, current_step.position;
