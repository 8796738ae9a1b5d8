-- Which store this is.
-- -> store_id
select store_id
from store_identity;
