-- The rows of roster_version that count now.
create or replace view roster as
select roster_version.*
from roster_version
inner join current_catalogue on roster_version.version_id = current_catalogue.version_id;
