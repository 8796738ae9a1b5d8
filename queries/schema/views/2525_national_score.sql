-- The rows of national_score_version that count now.
create or replace view national_score as
select national_score_version.*
from national_score_version
inner join current_catalogue on national_score_version.version_id = current_catalogue.version_id;
