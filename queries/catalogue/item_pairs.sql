-- Items of two years that belong together, in their order.
-- reads: catalogue, batches
-- -> item_pair.* - position
select * exclude (position)
from item_pair
order by position;
