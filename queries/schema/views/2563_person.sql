-- The rows of person_version that count now.
create or replace view person as
select person_version.*
from person_version
inner join current_catalogue on person_version.version_id = current_catalogue.version_id;
