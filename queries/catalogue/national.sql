-- National averages of all years in their order.
-- reads: catalogue, batches
-- -> national_score.* - position
select * exclude (position)
from national_score
order by year, position;
