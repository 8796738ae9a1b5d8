-- Years with scores of agencies besides the home agency, oldest first.
-- Who has any visible version has a current one: to seek that among a nation's takes ten times as long.
-- reads: scores, batches
-- -> year, agencies
with scored as (
    select distinct
        score.year,
        score.agency_id
    from score
    inner join visible_batch on score.batch_id = visible_batch.batch_id
    where score.agency_id <> 1
)

select
    year,
    count(*) as agencies
from scored
group by year
order by year;
