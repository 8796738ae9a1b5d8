-- What the office has decided: days until work is late, due soon or silent, and its picture.
-- reads: catalogue, batches
-- -> office.* - version_id - agency_id
select
    late_days,
    due_soon_days,
    silent_days,
    logo
from office
order by agency_id;
