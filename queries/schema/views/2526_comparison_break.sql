-- The rows of comparison_break_version that count now.
create or replace view comparison_break as
select comparison_break_version.*
from comparison_break_version
inner join current_catalogue on comparison_break_version.version_id = current_catalogue.version_id;
