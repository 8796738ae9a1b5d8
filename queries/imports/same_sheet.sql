-- The newest active batch that came from this sheet of this file, if any.
-- reads: batches
-- $sha256 varchar
-- $sheet varchar
-- $form varchar
-- -> batch_id
select batch_id
from import_batch
where
    sha256 = $sha256
    and sheet = $sheet
    and form = $form
    and state = 'active'
order by batch_id desc
limit 1;
