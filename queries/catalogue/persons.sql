-- Who may sign in, in the order they were listed.
-- reads: catalogue, batches
-- -> name, email, role, divisions
select
    name,
    email,
    role,
    divisions
from person
order by position;
