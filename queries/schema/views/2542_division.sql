-- The agency's own divisions in their official order.
create or replace view division as
select
    name as division,
    position
from agency_division
where own;
