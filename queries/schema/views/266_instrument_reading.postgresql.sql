-- Instruments of an agency and year: indicators is JSON here.
-- sqlfluff:dialect:postgres
create or replace view instrument_reading as
with placed as (
    select
        agency_year.agency_id,
        agency_year.year,
        agency_year.target,
        agency_year.is_sample,
        agency_year.published_level,
        agency_year.scores -> 'total total' as total,
        agency_year.scores -> ('instrument ' || instrument.code) as published,
        agency_year.scores -> ('indicator ' || indicator.number) as entry,
        instrument.position,
        instrument.code,
        instrument.name,
        instrument.weight,
        indicator.number,
        indicator.position as place
    from agency_year
    inner join instrument on agency_year.year = instrument.year
    left join indicator
        on instrument.year = indicator.year and instrument.code = indicator.instrument
),

counted as (
    select
        agency_id,
        year,
        position,
        max(code) as instrument,
        max(name) as name,
        max(weight) as weight,
        max((published ->> 'score')::decimal(18, 9)) as published,
        max(published ->> 'mark') as published_mark,
        count(number) as expected,
        count(entry) as known,
        sum((entry ->> 'score')::decimal(18, 9)) as score_sum,
        bool_or(entry ->> 'mark' = 'p') as provisional,
        jsonb_agg(
            jsonb_build_object('number', number, 'score', entry -> 'score') order by place
        ) filter (where number is not null) as indicators,
        max(target) as year_target,
        bool_or(is_sample) as year_is_sample,
        max((total ->> 'score')::decimal(18, 9)) as year_published,
        max(total ->> 'mark') as year_published_mark,
        max(published_level) as year_published_level
    from placed
    group by agency_id, year, position
),

summed as (
    select
        *,
        -- Null without any indicator, which leaves all that is divided by it null.
        nullif(expected, 0) as divisor,
        case
            when expected > 0 and known = expected then (score_sum * 1000000000)::hugeint
        end as mean_points
    from counted
)

select
    agency_id,
    year,
    position,
    instrument,
    name,
    weight,
    published,
    known,
    expected,
    -- 377.02 / 5 = 75.404, cut at nine decimals: to stand beside the published value.
    (div(2 * mean_points + divisor, 2 * divisor) * 0.000000001)::decimal(18, 9) as recomputed,
    coalesce(
        published,
        -- 75.404 is 75.40 and 84.995 is 85.00, in whole hundredths of 10^7 points.
        (
            div(2 * mean_points + 10000000 * divisor, 20000000 * divisor)
            * 0.01
        )::decimal(18, 9)
    ) as value,
    case
        when published is not null then 'published'
        when mean_points is not null then 'recomputed'
        else 'missing'
    end as basis,
    case
        when published is not null then published_mark
        when mean_points is not null then case when provisional then 'cp' else 'c' end
        else 'x'
    end as mark,
    coalesce((published::decimal(38, 9) * 1000000000)::hugeint, mean_points) as points,
    case when published is null then divisor else 1 end as parts,
    coalesce(indicators, '[]') as indicators,
    year_target,
    year_is_sample,
    year_published,
    year_published_mark,
    year_published_level
from summed;
