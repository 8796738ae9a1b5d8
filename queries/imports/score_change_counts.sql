-- How many of the registered scores are new, changed, unchanged.
-- reads: scores, batches
-- $is_sample boolean samples are only compared with samples, real scores with real ones
-- -> added, changed, unchanged
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
),

state as (
    select
        held.value is null as is_new,
        held.value = incoming_score.value
        and held.provisional = incoming_score.provisional as is_same
    from incoming_score
    left join held
        on
            incoming_score.agency_id = held.agency_id
            and incoming_score.year = held.year
            and incoming_score.level = held.level
            and incoming_score.code = held.code
)

select
    count(*) filter (where is_new) as added,
    count(*) filter (where not is_new and not is_same) as changed,
    count(*) filter (where not is_new and is_same) as unchanged
from state;
