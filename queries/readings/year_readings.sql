-- What the scores of an agency come to in each year, oldest first: see the view year_reading.
-- reads: scores, catalogue, batches
-- $agency_id integer
-- $years integer[] or null for every year
-- -> year, is_sample, target, total, basis, mark, published, recomputed, instruments, indicators_known, indicators_expected, level, level_rank, certain, level_basis, published_level, level_differs, next_level, next_rank, next_total_from, next_each_from, next_evidence
select
    year,
    is_sample,
    target,
    total,
    basis,
    mark,
    published,
    recomputed,
    instruments,
    indicators_known,
    indicators_expected,
    level,
    level_rank,
    certain,
    level_basis,
    published_level,
    level_differs,
    next_level,
    next_rank,
    next_total_from,
    next_each_from,
    next_evidence
from year_reading
where
    agency_id = $agency_id
    and ($years is null or year = any($years))
order by year;
