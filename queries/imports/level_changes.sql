-- What the registered published levels would change: one row a level, old and new.
-- reads: scores, batches
-- $is_sample boolean samples are only compared with samples, real levels with real ones
-- -> agency, year, old_level, new_level, change
with stored as (
    select
        current_published_level.agency_id,
        current_published_level.year,
        current_published_level.published_level
    from current_published_level
    inner join visible_batch on current_published_level.batch_id = visible_batch.batch_id
    where visible_batch.is_sample = $is_sample
)

select
    cast(incoming_level.agency as varchar) as agency,
    incoming_level.year,
    stored.published_level as old_level,
    cast(incoming_level.published_level as varchar) as new_level,
    case
        when stored.published_level is null then 'added'
        when stored.published_level = incoming_level.published_level then 'unchanged'
        else 'changed'
    end as change
from incoming_level
left join stored
    on
        incoming_level.agency_id = stored.agency_id
        and incoming_level.year = stored.year
order by agency, year;
