-- The comments that count: written in the app, or from a batch that was not undone.
create or replace view active_comment as
select measure_comment.*
from measure_comment
left join import_batch on measure_comment.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active';
