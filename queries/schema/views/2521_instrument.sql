-- The rows of instrument_version that count now.
create or replace view instrument as
select instrument_version.*
from instrument_version
inner join current_catalogue on instrument_version.version_id = current_catalogue.version_id;
