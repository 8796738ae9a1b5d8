-- Indicators of all years in their order.
-- reads: catalogue, batches
-- -> indicator.* - position
select * exclude (position)
from indicator
order by year, position;
