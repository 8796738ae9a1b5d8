-- Indicators of a later year with their change since an earlier one; null where a side is missing.
create view indicator_change as
select
    later.agency_id,
    earlier.year as from_year,
    later.year as to_year,
    later.indicator,
    later.name,
    later.instrument,
    earlier.scores['indicator ' || later.indicator].score as from_score,
    later.score as to_score,
    later.score - earlier.scores['indicator ' || later.indicator].score as change,
    broken_comparison.code is not null as broken
from indicator_reading as later
inner join agency_year as earlier
    on later.agency_id = earlier.agency_id and later.year > earlier.year
left join broken_comparison
    on
        earlier.year = broken_comparison.from_year
        and later.year = broken_comparison.to_year
        and broken_comparison.level = 'indicator'
        and later.indicator::varchar = broken_comparison.code;
