-- What the registered scores would change: one row a score, old and new value.
-- $is_sample boolean samples are only compared with samples, real scores with real ones
-- -> agency, year, level, code, old_value, new_value, change
select
    incoming_score.agency,
    incoming_score.year,
    incoming_score.level,
    incoming_score.code,
    current_score.value as old_value,
    incoming_score.value as new_value,
    case
        when current_score.value is null then 'added'
        when
            current_score.value = incoming_score.value
            and current_score.provisional = incoming_score.provisional
            then 'unchanged'
        else 'changed'
    end as change
from incoming_score
left join current_score
    on
        incoming_score.agency_id = current_score.agency_id
        and incoming_score.year = current_score.year
        and incoming_score.level = current_score.level
        and incoming_score.code = current_score.code
        and current_score.is_sample = $is_sample
order by
    incoming_score.agency,
    incoming_score.year,
    incoming_score.level,
    incoming_score.code;
