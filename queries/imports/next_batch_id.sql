-- The number the next import batch gets; numbers are never used twice.
-- reads: batches
-- -> batch_id
select coalesce(max(batch_id), 0) + 1 as batch_id
from import_batch;
