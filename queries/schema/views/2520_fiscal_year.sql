-- The rows of fiscal_year_version that count now.
create or replace view fiscal_year as
select
    fiscal_year_version.year,
    fiscal_year_version.target,
    fiscal_year_version.notes,
    fiscal_year_version.agencies,
    fiscal_year_version.passed,
    fiscal_year_version.passed_percent,
    fiscal_year_version.participation_note,
    fiscal_year_version.steady_band
from fiscal_year_version
inner join current_catalogue on fiscal_year_version.version_id = current_catalogue.version_id;
