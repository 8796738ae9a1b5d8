-- Indicators of an agency over some years: an indicator that any of them knows has a row in each.
-- A year that does not assess it has mark "z"; its name is then that of the newest year that does.
-- $agency_id integer
-- $years integer[] or null for every year with a score
-- -> indicator, name, instrument, year, score, mark, target, gap, changes
with moved as (
    select
        to_year,
        indicator,
        list(
            struct_pack(from_year := from_year, change := change, broken := broken)
            order by from_year
        ) as changes
    from indicator_change
    where
        agency_id = $agency_id
        and ($years is null or from_year = any($years))
    group by to_year, indicator
),

shown as (
    select
        indicator_reading.*,
        moved.changes
    from indicator_reading
    left join moved
        on
            indicator_reading.year = moved.to_year
            and indicator_reading.indicator = moved.indicator
    where
        indicator_reading.agency_id = $agency_id
        and ($years is null or indicator_reading.year = any($years))
),

known as (
    select
        indicator,
        arg_max(name, year) as name,
        coalesce(arg_max(instrument, year), '') as instrument
    from shown
    group by indicator
),

asked as (
    select year
    from agency_year
    where
        agency_id = $agency_id
        and ($years is null or year = any($years))
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
    coalesce(shown.changes, []) as changes
from known
cross join asked
left join shown
    on known.indicator = shown.indicator and asked.year = shown.year
order by known.indicator, asked.year;
