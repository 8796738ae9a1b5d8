-- The rows of organisation_version that count now.
create or replace view organisation as
select organisation_version.*
from organisation_version
inner join current_catalogue on organisation_version.version_id = current_catalogue.version_id;
