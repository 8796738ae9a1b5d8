-- The decisions on steps that count: made in the app, or from a batch that was not undone.
create or replace view active_schedule as
select step_schedule.*
from step_schedule
left join import_batch on step_schedule.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active';
