-- Whether the office keeps its persons in the store (no row: it does not), and its claims.
-- reads: catalogue, batches
-- -> roster.* - version_id - agency_id
select
    role_claim,
    division_claim,
    verified_claim
from roster
order by agency_id;
