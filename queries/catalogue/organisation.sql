-- The agency whose store this is.
-- reads: catalogue, batches
-- -> organisation.* - version_id - agency_id
select
    name,
    short_name,
    aliases,
    kind,
    district,
    province,
    district_words,
    province_words,
    prefixes
from organisation
order by name;
