-- The agency whose store this is.
-- reads: catalogue, batches
-- -> organisation.* - agency_id
select * exclude (agency_id)
from organisation
order by name;
