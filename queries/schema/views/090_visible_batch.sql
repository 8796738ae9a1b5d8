-- Batches whose values count: those that were not undone.
create or replace view visible_batch as
select
    batch_id,
    kind,
    sheet,
    is_sample
from import_batch
where state = 'active';
