-- The rows of fiscal_year_version that count now.
create or replace view fiscal_year as
select fiscal_year_version.*
from fiscal_year_version
inner join current_catalogue on fiscal_year_version.version_id = current_catalogue.version_id;
