-- Instruments of an agency and year: as published, else the mean of its indicators if all are known.
-- An unrounded value is points / parts, in units of 10^-9, so that a third stays exact; value is
-- rounded half up to 0.01. What is recomputed of a provisional score is provisional, too: "cp".
-- The columns that begin with year_ belong to the agency and year.
create or replace view instrument_reading as
with counted as (
    select
        agency_year.agency_id,
        agency_year.year,
        instrument.position,
        any_value(instrument.code) as instrument,
        any_value(instrument.name) as name,
        any_value(instrument.weight) as weight,
        any_value(agency_year.scores['instrument ' || instrument.code].score) as published,
        any_value(agency_year.scores['instrument ' || instrument.code].mark) as published_mark,
        count(indicator.number) as expected,
        count(agency_year.scores['indicator ' || indicator.number]) as known,
        sum(agency_year.scores['indicator ' || indicator.number].score) as score_sum,
        bool_or(agency_year.scores['indicator ' || indicator.number].mark = 'p') as provisional,
        list(
            struct_pack(
                number := indicator.number,
                score := agency_year.scores['indicator ' || indicator.number].score
            ) order by indicator.position
        ) filter (where indicator.number is not null) as indicators,
        any_value(agency_year.target) as year_target,
        any_value(agency_year.is_sample) as year_is_sample,
        any_value(agency_year.scores['total total'].score) as year_published,
        any_value(agency_year.scores['total total'].mark) as year_published_mark,
        any_value(agency_year.published_level) as year_published_level
    from agency_year
    inner join instrument on agency_year.year = instrument.year
    left join indicator
        on instrument.year = indicator.year and instrument.code = indicator.instrument
    group by agency_year.agency_id, agency_year.year, instrument.position
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
    (((2 * mean_points + divisor) // (2 * divisor)) * 0.000000001)::decimal(18, 9) as recomputed,
    coalesce(
        published,
        -- 75.404 is 75.40 and 84.995 is 85.00, in whole hundredths of 10^7 points.
        (
            ((2 * mean_points + 10000000 * divisor) // (20000000 * divisor))
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
        when mean_points is not null then if(provisional, 'cp', 'c')
        else 'x'
    end as mark,
    coalesce((published::decimal(38, 9) * 1000000000)::hugeint, mean_points) as points,
    case when published is null then divisor else 1 end as parts,
    coalesce(indicators, []) as indicators,
    year_target,
    year_is_sample,
    year_published,
    year_published_mark,
    year_published_level
from summed;
