-- The active batch that already holds this sheet of this file with the same content, if any.
-- $sha256 varchar
-- $sheet varchar
-- $form varchar
-- $control_sum hugeint
-- -> batch_id
select batch_id
from import_batch
where
    sha256 = $sha256
    and sheet = $sheet
    and form = $form
    and control_sum = $control_sum
    and state = 'active'
order by batch_id desc
limit 1;
