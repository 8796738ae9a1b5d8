-- Items of all years in their order.
-- reads: catalogue, batches
-- -> item.* - position
select * exclude (position)
from item
order by year, position;
