-- The agency's own divisions in official order, as stored.
-- -> division
select division
from division
order by position;
