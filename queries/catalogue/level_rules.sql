-- Levels of all years, the best first.
-- reads: catalogue, batches
-- -> year, rank, name, total_from, each_from, evidence
select
    year,
    rank,
    name,
    total_from,
    each_from,
    evidence
from level_rule
order by year, rank;
