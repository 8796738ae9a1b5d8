-- Breaks between years in their order.
-- reads: catalogue, batches
-- -> comparison_break.* - position
select * exclude (position)
from comparison_break
order by position;
