-- The version of each part of the catalogue that counts; batch_id is null for what the app brings.
-- reads: catalogue, batches
-- -> part, batch_id, revision
select
    part,
    batch_id,
    revision
from current_catalogue
order by part;
