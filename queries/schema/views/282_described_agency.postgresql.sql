-- Agencies with their kind: prefixes of the organisation are JSON here.
-- sqlfluff:dialect:postgres
create or replace view described_agency as
select
    agency.agency_id,
    agency.name,
    agency.is_home,
    trim(agency.district) as district,
    trim(agency.province) as province,
    coalesce(
        (
            select kind.names ->> 0
            from jsonb_array_elements(organisation.prefixes) with ordinality as kind (names, place)
            where starts_with(agency.match_key, kind.names ->> 0)
            order by kind.place desc
            limit 1
        ),
        ''
    ) as kind
from agency
cross join organisation;
