-- How many of the registered scores are new, changed, unchanged.
-- $is_sample boolean samples are only compared with samples, real scores with real ones
-- -> added, changed, unchanged
with state as (
    select
        current_score.value is null as is_new,
        current_score.value = incoming_score.value
        and current_score.provisional = incoming_score.provisional as is_same
    from incoming_score
    left join current_score
        on
            incoming_score.agency_id = current_score.agency_id
            and incoming_score.year = current_score.year
            and incoming_score.level = current_score.level
            and incoming_score.code = current_score.code
            and current_score.is_sample = $is_sample
)

select
    count(*) filter (is_new) as added,
    count(*) filter (not is_new and not is_same) as changed,
    count(*) filter (not is_new and is_same) as unchanged
from state;
