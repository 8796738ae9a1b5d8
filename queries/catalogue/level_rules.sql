-- Levels of all years, the best first.
-- reads: catalogue, batches
-- -> level_rule.* - version_id
select
    year,
    rank,
    name,
    total_from,
    each_from,
    evidence
from level_rule
order by year, rank;
