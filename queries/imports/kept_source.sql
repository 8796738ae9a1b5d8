-- The file of a batch as it was called, and the name of the copy that was kept of it.
-- reads: batches
-- $batch_id integer
-- -> file_name, stored_name
select
    file_name,
    stored_name
from import_batch
where batch_id = $batch_id;
