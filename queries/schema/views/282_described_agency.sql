-- Agencies with their kind: the short prefix that the compared name begins with, such as "อบต.".
create or replace view described_agency as
select
    agency.agency_id,
    agency.name,
    agency.is_home,
    trim(agency.district) as district,
    trim(agency.province) as province,
    coalesce(
        list_filter(
            list_transform(organisation.prefixes, lambda names: names[1]),
            lambda prefix: starts_with(agency.match_key, prefix)
        )[-1],
        ''
    ) as kind
from agency
cross join organisation;
