-- Who may sign in, in the order they were listed.
-- reads: catalogue, batches
-- -> person.* - agency_id - position
select * exclude (agency_id, position)
from person
order by position;
