-- Which store this is; the day is that at which an example stands still.
-- reads: store
-- -> store_id, example_day
select
    store_id,
    example_day
from store_identity;
