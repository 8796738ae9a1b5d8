-- Indicators of an agency over some years: an indicator that any of them knows has a row in each.
-- A year that does not assess it has mark "z"; its name is then that of the newest year that does.
-- reads: scores, catalogue, batches
-- $agency_id integer
-- $years integer[] all of them with scores, or null for every year with an indicator
-- -> indicator, name, instrument, year, score, mark, target, gap, changes
with shown as materialized (
    select
        to_year as year,
        indicator,
        any_value(name) as name,
        any_value(instrument) as instrument,
        any_value(score) as score,
        any_value(mark) as mark,
        any_value(target) as target,
        any_value(gap) as gap,
        list(
            struct_pack(
                from_year := from_year, change := change, broken := broken, reading := reading
            )
            order by from_year
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
        arg_max(name, year) as name,
        coalesce(arg_max(instrument, year), '') as instrument
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
    coalesce(shown.changes, []) as changes
from known
cross join asked
left join shown
    on known.indicator = shown.indicator and asked.year = shown.year
order by known.indicator, asked.year;
