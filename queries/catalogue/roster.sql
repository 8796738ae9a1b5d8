-- Whether the office keeps its persons in the store (no row: it does not), and its claims.
-- reads: catalogue, batches
-- -> roster.* - agency_id
select * exclude (agency_id)
from roster
order by agency_id;
