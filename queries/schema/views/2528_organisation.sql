-- The rows of organisation_version that count now.
create or replace view organisation as
select
    organisation_version.agency_id,
    organisation_version.name,
    organisation_version.short_name,
    organisation_version.aliases,
    organisation_version.kind,
    organisation_version.district,
    organisation_version.province,
    organisation_version.district_words,
    organisation_version.province_words,
    organisation_version.prefixes
from organisation_version
inner join current_catalogue on organisation_version.version_id = current_catalogue.version_id;
