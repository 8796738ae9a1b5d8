-- The rows of agency_division_version that count now.
create or replace view agency_division as
select agency_division_version.*
from agency_division_version
inner join current_catalogue on agency_division_version.version_id = current_catalogue.version_id;
