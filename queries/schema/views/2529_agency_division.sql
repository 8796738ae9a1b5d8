-- The rows of agency_division_version that count now.
create or replace view agency_division as
select
    agency_division_version.agency_id,
    agency_division_version.own,
    agency_division_version.position,
    agency_division_version.name,
    agency_division_version.aliases,
    agency_division_version.evidence
from agency_division_version
inner join current_catalogue on agency_division_version.version_id = current_catalogue.version_id;
