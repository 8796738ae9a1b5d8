-- Which store this is.
-- reads: store
-- -> store_id
select store_id
from store_identity;
