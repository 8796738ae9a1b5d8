-- The rows of comparison_break_version that count now.
create or replace view comparison_break as
select
    comparison_break_version.position,
    comparison_break_version.from_year,
    comparison_break_version.to_year,
    comparison_break_version.scope,
    comparison_break_version.codes,
    comparison_break_version.reason,
    comparison_break_version.evidence
from comparison_break_version
inner join current_catalogue on comparison_break_version.version_id = current_catalogue.version_id;
