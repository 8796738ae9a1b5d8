-- Indicators of a year beside each earlier one: change is null where a side is missing.
-- The first year an indicator has stands with from_year null. reading is up, down or steady, by the
-- steady band of the later year, unknown across a break or where a side is missing.
create or replace view indicator_change as
with compared as (
    select
        *,
        list(struct_pack(year := year, score := score)) over (
            partition by agency_id, indicator
            order by year
            rows between unbounded preceding and 1 preceding
        ) as earlier_years
    from indicator_reading
),

paired as (
    select
        agency_id,
        year,
        indicator,
        name,
        instrument,
        score,
        mark,
        target,
        gap,
        steady_band,
        unnest(coalesce(earlier_years, [null])) as earlier
    from compared
)

select
    paired.agency_id,
    paired.earlier.year as from_year,
    paired.year as to_year,
    paired.indicator,
    paired.name,
    paired.instrument,
    paired.score,
    paired.mark,
    paired.target,
    paired.gap,
    paired.steady_band,
    paired.score - paired.earlier.score as change,
    broken_comparison.code is not null as broken,
    case
        when broken or change is null then 'unknown'
        when change > paired.steady_band then 'up'
        when change < -paired.steady_band then 'down'
        else 'steady'
    end as reading
from paired
left join broken_comparison
    on
        paired.earlier.year = broken_comparison.from_year
        and paired.year = broken_comparison.to_year
        and broken_comparison.level = 'indicator'
        and paired.indicator::varchar = broken_comparison.code;
