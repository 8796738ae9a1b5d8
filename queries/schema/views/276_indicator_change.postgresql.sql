-- Indicators of a year beside each earlier one.
-- sqlfluff:dialect:postgres
create or replace view indicator_change as
with compared as (
    select
        later.agency_id,
        earlier.year as from_year,
        later.year as to_year,
        later.indicator,
        later.name,
        later.instrument,
        later.score,
        later.mark,
        later.target,
        later.gap,
        later.steady_band,
        later.score - earlier.score as change,
        broken_comparison.code is not null as broken
    from indicator_reading as later
    left join indicator_reading as earlier
        on
            later.agency_id = earlier.agency_id
            and later.indicator = earlier.indicator
            and later.year > earlier.year
    left join broken_comparison
        on
            earlier.year = broken_comparison.from_year
            and later.year = broken_comparison.to_year
            and broken_comparison.level = 'indicator'
            and later.indicator::varchar = broken_comparison.code
)

select
    *,
    case
        when broken or change is null then 'unknown'
        when change > steady_band then 'up'
        when change < -steady_band then 'down'
        else 'steady'
    end as reading
from compared;
