-- Indicators of an agency and year: what the catalogue lists ("x" = no score) and what is scored.
-- An indicator that is scored but not listed in its year has no name and no instrument; one without
-- a target of its own has that of the year.
create or replace view indicator_reading as
with listed as (
    select
        year,
        list(number) as numbers
    from indicator
    group by year
),

read as (
    select
        agency_year.agency_id,
        agency_year.year,
        agency_year.target,
        agency_year.steady_band,
        agency_year.scores,
        unnest(
            list_distinct(coalesce(listed.numbers, []) || agency_year.scored_indicators)
        ) as number
    from agency_year
    left join listed on agency_year.year = listed.year
)

select
    read.agency_id,
    read.year,
    read.number as indicator,
    case
        when indicator.number is not null then coalesce(indicator.name, indicator.number::varchar)
    end as name,
    indicator.instrument,
    read.scores['indicator ' || read.number].score as score,
    coalesce(read.scores['indicator ' || read.number].mark, 'x') as mark,
    coalesce(indicator.target, read.target) as target,
    read.steady_band,
    greatest(
        coalesce(indicator.target, read.target)
        - read.scores['indicator ' || read.number].score,
        0
    ) as gap
from read
left join indicator
    on read.year = indicator.year and read.number = indicator.number;
