-- Years for which the home agency has a score or a printed level, oldest first.
-- reads: scores, batches
-- -> year, sample
with known as (
    select
        year,
        is_sample
    from current_score
    where agency_id = 1
    union all
    select
        current_published_level.year,
        import_batch.is_sample
    from current_published_level
    inner join import_batch on current_published_level.batch_id = import_batch.batch_id
    where current_published_level.agency_id = 1
)

select
    year,
    bool_or(is_sample) as sample
from known
group by year
order by year;
