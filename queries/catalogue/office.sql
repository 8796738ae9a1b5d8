-- What the office has decided: days until work is late, due soon or silent, and its picture.
-- reads: catalogue, batches
-- -> office.* - agency_id
select * exclude (agency_id)
from office
order by agency_id;
