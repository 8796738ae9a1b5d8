-- The schema statements already applied.
-- -> name
select name
from applied_schema
order by name;
