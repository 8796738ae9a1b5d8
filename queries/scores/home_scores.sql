-- Current scores of the home agency, as the pages need them.
-- reads: scores, batches
-- $years integer[] or null for every year
-- $levels varchar[] or null for total, instruments, indicators and items
-- -> year, level, code, score, provisional, revised, sample
select
    year,
    level,
    code,
    value as score,
    provisional,
    coalesce(revised, false) as revised,
    is_sample as sample
from current_score
where
    agency_id = 1
    and ($years is null or year = any($years))
    and ($levels is null or level = any($levels))
order by
    year,
    array_position(['total', 'instrument', 'indicator', 'item'], level),
    regexp_extract(code, '^[a-zA-Z]*'),
    try_cast(regexp_extract(code, '[0-9]+$') as integer);
