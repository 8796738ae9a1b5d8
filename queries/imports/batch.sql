-- One batch of the ledger.
-- reads: batches
-- $batch_id integer
-- -> batch_id, kind, state, stored_name, file_name
select
    batch_id,
    kind,
    state,
    stored_name,
    file_name
from import_batch
where batch_id = $batch_id;
