-- The agency whose store this is.
-- reads: catalogue, batches
-- -> name, short_name, aliases, kind, district, province, district_words, province_words, prefixes
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
