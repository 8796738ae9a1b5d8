-- The given measures by division and status on a day, divisions with most late measures first.
-- Only who leads a measure can be late or silent with it or owe its evidence; support is counted
-- apart.
-- reads: plans, reports, catalogue, batches
-- $measure_ids varchar[] measures to count
-- $divisions varchar[] or null for every division
-- $lead_only boolean count only measures the division leads
-- $as_of date
-- -> division, status, measures, total, led, supported, done, due, late, due_soon, silent, awaiting_evidence
with counted as (
    select
        measure_division.division,
        measure_division.role = 'lead' as leads,
        state.status,
        state.end_date,
        state.overdue,
        state.due_soon,
        state.silent,
        state.awaiting_evidence
    from measure_on($as_of) as state
    inner join measure_division on state.measure_id = measure_division.measure_id
    where
        state.measure_id = any($measure_ids)
        and not state.withdrawn
        and ($divisions is null or measure_division.division = any($divisions))
        and (not $lead_only or measure_division.role = 'lead')
),

per_division as (
    select
        division,
        count(*) as total,
        count(*) filter (leads) as led,
        count(*) filter (not leads) as supported,
        count(*) filter (status = 'done') as done,
        count(*) filter (leads and end_date <= $as_of and status <> 'cancelled') as due,
        count(*) filter (leads and overdue) as late,
        count(*) filter (leads and due_soon) as due_soon,
        count(*) filter (leads and silent) as silent,
        count(*) filter (leads and awaiting_evidence) as awaiting_evidence
    from counted
    group by division
)

select
    counted.division,
    counted.status,
    count(*) as measures,
    any_value(per_division.total) as total,
    any_value(per_division.led) as led,
    any_value(per_division.supported) as supported,
    any_value(per_division.done) as done,
    any_value(per_division.due) as due,
    any_value(per_division.late) as late,
    any_value(per_division.due_soon) as due_soon,
    any_value(per_division.silent) as silent,
    any_value(per_division.awaiting_evidence) as awaiting_evidence
from counted
inner join per_division on counted.division = per_division.division
group by counted.division, counted.status
order by late desc, total desc, counted.division asc, counted.status asc;
