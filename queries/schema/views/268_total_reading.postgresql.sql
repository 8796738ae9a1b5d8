-- The total of an agency and year: instruments is JSON here.
-- sqlfluff:dialect:postgres
create or replace view total_reading as
with weighed as (
    select
        *,
        (weight::decimal(38, 9) * 1000000000)::hugeint * points as weighed_points,
        -- A common denominator, such as 5 x 3 x 2.
        product(parts) over (partition by agency_id, year) as denominator
    from instrument_reading
),

added as (
    select
        agency_id,
        year,
        max(year_target) as target,
        bool_or(year_is_sample) as is_sample,
        max(year_published) as published,
        max(year_published_mark) as published_mark,
        max(year_published_level) as published_level,
        count(*) as instruments_expected,
        count(value) as instruments_known,
        sum(expected)::integer as indicators_expected,
        sum(known)::integer as indicators_known,
        min(value) as lowest,
        bool_or(contains(mark, 'p')) as provisional,
        jsonb_agg(
            jsonb_build_object(
                'instrument', instrument,
                'name', name,
                'weight', weight,
                'value', value,
                'basis', basis,
                'mark', mark,
                'published', published,
                'recomputed', recomputed,
                'known', known,
                'expected', expected,
                'indicators', indicators
            )
            order by position
        ) as instruments,
        max(denominator) as denominator,
        -- One point of the total is 10^18 of these: 10^9 of the score times 10^9 of the weight.
        case
            when count(value) = count(*) then sum(weighed_points * div(denominator, parts))
        end as points
    from weighed
    group by agency_id, year
)

select
    agency_id,
    year,
    target,
    is_sample,
    published,
    published_level,
    instruments_expected,
    instruments_known,
    indicators_expected,
    indicators_known,
    lowest,
    instruments,
    (
        div(2 * points + 1000000000 * denominator, 2000000000 * denominator) * 0.000000001
    )::decimal(18, 9) as recomputed,
    coalesce(
        published,
        (
            div(
                2 * points + 10000000000000000 * denominator, 20000000000000000 * denominator
            )
            * 0.01
        )::decimal(18, 9)
    ) as value,
    case
        when published is not null then 'published'
        when points is not null then 'recomputed'
        else 'missing'
    end as basis,
    case
        when published is not null then published_mark
        when points is not null then case when provisional then 'cp' else 'c' end
        else 'x'
    end as mark
from added;
