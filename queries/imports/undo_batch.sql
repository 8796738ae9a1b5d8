-- Mark a batch as undone; its rows stay and are no longer seen.
-- writes: batches
-- $batch_id integer
-- $undone_by varchar
update import_batch
set
    state = 'undone',
    undone_at = current_timestamp,
    undone_by = $undone_by
where batch_id = $batch_id and state = 'active';
