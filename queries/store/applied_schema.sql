-- The schema statements already applied.
-- reads: store
-- -> name
select name
from applied_schema
order by name;
