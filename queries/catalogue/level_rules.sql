-- Levels of all years, the best first.
-- reads: catalogue, batches
-- -> level_rule.*
select *
from level_rule
order by year, rank;
