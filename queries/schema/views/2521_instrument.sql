-- The rows of instrument_version that count now.
create or replace view instrument as
select
    instrument_version.year,
    instrument_version.position,
    instrument_version.code,
    instrument_version.name,
    instrument_version.weight,
    instrument_version.letter,
    instrument_version.respondents,
    instrument_version.item_count,
    instrument_version.item_count_evidence,
    instrument_version.evidence,
    instrument_version.note
from instrument_version
inner join current_catalogue on instrument_version.version_id = current_catalogue.version_id;
