-- What the registered scores would change: one row a score, old and new value.
-- reads: scores, batches
-- $is_sample boolean samples are only compared with samples, real scores with real ones
-- -> agency, year, level, code, old_value, new_value, old_provisional, new_provisional, change
with held as (
    -- Without this the newest of every score in the store would be sought, not of these agencies.
    select
        agency_id,
        year,
        level,
        code,
        value,
        provisional
    from current_score
    where
        is_sample = $is_sample
        and agency_id in (select incoming_score.agency_id from incoming_score)
)

select
    cast(incoming_score.agency as varchar) as agency,
    incoming_score.year,
    cast(incoming_score.level as varchar) as level,
    cast(incoming_score.code as varchar) as code,
    held.value as old_value,
    incoming_score.value as new_value,
    coalesce(held.provisional, false) as old_provisional,
    incoming_score.provisional as new_provisional,
    case
        when held.value is null then 'added'
        when
            held.value = incoming_score.value
            and held.provisional = incoming_score.provisional
            then 'unchanged'
        else 'changed'
    end as change
from incoming_score
left join held
    on
        incoming_score.agency_id = held.agency_id
        and incoming_score.year = held.year
        and incoming_score.level = held.level
        and incoming_score.code = held.code
order by agency, year, level, code;
