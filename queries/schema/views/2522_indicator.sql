-- The rows of indicator_version that count now.
create or replace view indicator as
select
    indicator_version.year,
    indicator_version.position,
    indicator_version.number,
    indicator_version.name,
    indicator_version.instrument,
    indicator_version.first_item,
    indicator_version.last_item,
    indicator_version.evidence,
    indicator_version.range_evidence,
    indicator_version.note
from indicator_version
inner join current_catalogue on indicator_version.version_id = current_catalogue.version_id;
