-- The groups an agency is compared in: its district, its province, its kind, and all agencies.
-- What is not known of it makes no group; districts of one name lie in several provinces.
create or replace view agency_group as
select
    agency_id,
    'district' as among,
    district as name,
    province || '/' || district as key
from described_agency
where district <> '' and province <> ''
union all
select
    agency_id,
    'province' as among,
    province as name,
    province as key
from described_agency
where province <> ''
union all
select
    agency_id,
    'kind' as among,
    kind as name,
    kind as key
from described_agency
where kind <> ''
union all
select
    agency_id,
    'all' as among,
    '' as name,
    '' as key
from described_agency;
