-- Who signs the documents of the office, in the order of signing.
-- reads: catalogue, batches
-- -> signatory.* - agency_id - position
select * exclude (agency_id, position)
from signatory
order by position;
