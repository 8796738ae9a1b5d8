-- Instruments of all years in their order.
-- reads: catalogue, batches
-- -> instrument.* - position
select * exclude (position)
from instrument
order by year, position;
