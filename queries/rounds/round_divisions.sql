-- The divisions that lead measures of a round's plan, and how far each is with the round.
-- reads: plans, reports, rounds, catalogue, batches
-- $round_id integer
-- -> division, measures, reported, state, comment, made_by, made_at
with asked as (
    select *
    from report_round
    where round_id = $round_id
),

reported as (
    select distinct active_report.measure_id
    from active_report
    inner join asked on active_report.about_on <= asked.as_of
    where active_report.kind = 'lead'
),

led as (
    select
        measure_division.division,
        count(*) as measures,
        count(reported.measure_id) as reported
    from measure_division
    inner join current_measure on measure_division.measure_id = current_measure.measure_id
    inner join asked on current_measure.plan_year = asked.plan_year
    left join reported on measure_division.measure_id = reported.measure_id
    where measure_division.role = 'lead' and not current_measure.withdrawn
    group by measure_division.division
),

newest as (
    select distinct on (division) *
    from round_event
    where round_id = $round_id
    order by division asc, event_id desc
)

select
    led.division,
    led.measures,
    led.reported,
    coalesce(newest.mark, 'open') as state,
    coalesce(newest.comment, '') as comment,
    coalesce(newest.made_by, '') as made_by,
    newest.made_at
from led
left join newest on led.division = newest.division
left join division on led.division = division.division
order by division.position, led.division;
