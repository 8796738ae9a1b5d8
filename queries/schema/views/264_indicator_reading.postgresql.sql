-- Indicators of an agency and year: what the catalogue lists and what is scored.
-- sqlfluff:dialect:postgres
create or replace view indicator_reading as
with listed as (
    select
        year,
        array_agg(number) as numbers
    from indicator
    group by year
),

numbered as (
    select
        agency_year.agency_id,
        agency_year.year,
        agency_year.target,
        agency_year.steady_band,
        agency_year.scores,
        unnest(
            array(
                select distinct known.number
                from unnest(listed.numbers || agency_year.scored_indicators) as known (number)
                where known.number is not null
            )
        ) as number
    from agency_year
    left join listed on agency_year.year = listed.year
),

scored as (
    select
        *,
        (scores -> ('indicator ' || number) ->> 'score')::decimal(18, 9) as score,
        scores -> ('indicator ' || number) ->> 'mark' as mark
    from numbered
)

select
    scored.agency_id,
    scored.year,
    scored.number as indicator,
    case
        when indicator.number is not null then coalesce(indicator.name, indicator.number::varchar)
    end as name,
    indicator.instrument,
    scored.score,
    coalesce(scored.mark, 'x') as mark,
    coalesce(indicator.target, scored.target) as target,
    scored.steady_band,
    greatest(coalesce(indicator.target, scored.target) - scored.score, 0.000000000) as gap
from scored
left join indicator
    on scored.year = indicator.year and scored.number = indicator.number;
