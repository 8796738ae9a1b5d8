-- The rows of office_version that count now.
create or replace view office as
select office_version.*
from office_version
inner join current_catalogue on office_version.version_id = current_catalogue.version_id;
