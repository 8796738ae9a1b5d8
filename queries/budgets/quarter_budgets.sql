-- What some measures have spent up to the end of each quarter of a fiscal year, in baht.
-- The quarter of the day counts up to that day; one after it has no row.
-- reads: reports, batches
-- $year integer fiscal year of the Buddhist Era: its first quarter ends in December of the year before
-- $as_of date
-- $measure_ids varchar[]
-- -> quarter, ends_on, budget_spent, spent_known
with quarter as (
    select
        unnest(array[1, 2, 3, 4]) as quarter,
        unnest(array[
            make_date($year - 544, 12, 31),
            make_date($year - 543, 3, 31),
            make_date($year - 543, 6, 30),
            make_date($year - 543, 9, 30)
        ]) as last_day
),

begun as (
    select
        quarter,
        least(last_day, cast($as_of as date)) as ends_on
    from quarter
    where quarter = 1 or $as_of > last_day - interval '3 months'
),

told as (
    select
        begun.quarter,
        (
            array_agg(report.budget_spent order by report.about_on desc, report.report_id desc)
            filter (where report.budget_spent is not null)
        )[1] as budget_spent
    from begun
    inner join active_report as report on begun.ends_on >= report.about_on
    where report.kind = 'lead' and report.measure_id = any($measure_ids)
    group by begun.quarter, report.measure_id
)

select
    begun.quarter,
    begun.ends_on,
    sum(told.budget_spent) as budget_spent,
    count(told.budget_spent) as spent_known
from begun
left join told on begun.quarter = told.quarter
group by begun.quarter, begun.ends_on
order by begun.quarter;
