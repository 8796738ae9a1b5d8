-- The active batch that already holds this sheet of this file with the same content, if any.
-- The control sum does not tell whose a score is nor whether it is provisional; its rows do.
-- reads: scores, batches
-- $sha256 varchar
-- $sheet varchar
-- $form varchar
-- $control_sum hugeint
-- -> batch_id
with candidate as (
    select batch_id
    from import_batch
    where
        sha256 = $sha256
        and sheet = $sheet
        and form = $form
        and control_sum = $control_sum
        and state = 'active'
),

different as (
    select candidate.batch_id
    from candidate
    cross join incoming_score
    left join score
        on
            candidate.batch_id = score.batch_id
            and incoming_score.agency_id = score.agency_id
            and incoming_score.year = score.year
            and incoming_score.level = score.level
            and incoming_score.code = score.code
            and incoming_score.provisional = score.provisional
    where score.batch_id is null
)

select batch_id
from candidate
where batch_id not in (select different.batch_id from different)
order by batch_id desc
limit 1;
