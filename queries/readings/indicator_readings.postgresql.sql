-- changes is JSON here.
-- sqlfluff:dialect:postgres
with shown as materialized (
    select
        to_year as year,
        indicator,
        max(name) as name,
        max(instrument) as instrument,
        max(score) as score,
        max(mark) as mark,
        max(target) as target,
        max(gap) as gap,
        jsonb_agg(
            jsonb_build_object(
                'from_year', from_year, 'change', change, 'broken', broken, 'reading', reading
            )
            order by from_year nulls last
        ) filter (where $years is null or from_year = any($years)) as changes
    from indicator_change
    where
        agency_id = $agency_id
        and ($years is null or to_year = any($years))
    group by to_year, indicator
),

known as (
    select
        indicator,
        (array_agg(name order by year desc) filter (where name is not null))[1] as name,
        coalesce(
            (array_agg(instrument order by year desc) filter (where instrument is not null))[1],
            ''
        ) as instrument
    from shown
    group by indicator
),

asked as (
    select unnest($years) as year
    union
    select year
    from shown
)

select
    known.indicator,
    coalesce(shown.name, known.name, known.indicator::varchar) as name,
    coalesce(shown.instrument, known.instrument) as instrument,
    asked.year,
    shown.score,
    coalesce(shown.mark, 'z') as mark,
    shown.target,
    shown.gap,
    coalesce(shown.changes, '[]') as changes
from known
cross join asked
left join shown
    on known.indicator = shown.indicator and asked.year = shown.year
order by known.indicator, asked.year;
