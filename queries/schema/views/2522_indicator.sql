-- The rows of indicator_version that count now.
create or replace view indicator as
select indicator_version.*
from indicator_version
inner join current_catalogue on indicator_version.version_id = current_catalogue.version_id;
