-- Divisions of a store from before the organisation was in it.
-- reads: catalogue
-- -> name
select name
from agency_division_version
where version_id = 0
order by position;
