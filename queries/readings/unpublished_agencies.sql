-- How many agencies have scores of a year but not the one that is asked for.
-- reads: scores, batches
-- $year integer
-- $level varchar total, instrument or indicator
-- $code varchar
-- -> agencies
with scored as (
    select bool_or(score.level = $level and score.code = $code) as published
    from score
    inner join visible_batch on score.batch_id = visible_batch.batch_id
    where score.year = $year
    group by score.agency_id
)

select count(*) as agencies
from scored
where not published;
