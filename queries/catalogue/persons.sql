-- Who may sign in, in the order they were listed.
-- reads: catalogue, batches
-- -> person.* - version_id - agency_id - position
select
    email,
    name,
    role,
    divisions
from person
order by position;
