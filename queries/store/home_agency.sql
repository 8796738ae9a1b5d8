-- The home agency as stored.
-- reads: scores
-- -> name, district, province
select
    name,
    district,
    province
from agency
where is_home;
