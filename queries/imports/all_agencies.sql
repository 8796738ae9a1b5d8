-- Every agency known to the store.
-- reads: scores
-- -> agency_id, match_key, district, province, is_home
select
    agency_id,
    match_key,
    district,
    province,
    is_home
from agency
order by agency_id;
