-- Add the registered agencies that are new.
-- writes: scores
insert into agency (agency_id, match_key, name, district, province, is_home)
select
    agency_id,
    match_key,
    name,
    district,
    province,
    is_home
from incoming_agency;
