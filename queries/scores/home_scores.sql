-- Current scores of the home agency, as the pages need them; items by the names of their own year.
-- reads: scores, catalogue, batches
-- $years integer[] or null for every year
-- $levels varchar[] or null for total, instruments, indicators and items
-- -> year, level, code, name, indicator, score, mark, sample
select
    current_score.year,
    current_score.level,
    current_score.code,
    coalesce(item.name, '') as name,
    item.indicator,
    current_score.value as score,
    current_score.mark,
    current_score.is_sample as sample
from current_score
left join item
    on
        current_score.level = 'item'
        and current_score.year = item.year
        and current_score.code = item.code
where
    current_score.agency_id = 1
    and ($years is null or current_score.year = any($years))
    and ($levels is null or current_score.level = any($levels))
order by
    current_score.year,
    array_position(array['total', 'instrument', 'indicator', 'item'], current_score.level),
    code_letters(current_score.code),
    code_number(current_score.code);
