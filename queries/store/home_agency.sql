-- The home agency as stored.
-- -> name, district, province
select
    name,
    district,
    province
from agency
where is_home;
