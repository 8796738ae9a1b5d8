-- The newest report of the lead, or of one supporter, on some current measures (0 = none yet).
-- $measure_ids varchar[]
-- $supporter varchar or null for the lead
-- $sha256 varchar of a file; taken tells whether that file has given a report on the measure
-- -> measure_id, plan_year, action, lead, report_id, status, percent, status_on, budget_planned, budget_spent, note, evidence, reported_by, reported_at, taken
with voice as (
    select *
    from active_report
    where
        kind = if($supporter is null, 'lead', 'support')
        and ($supporter is null or division = $supporter)
),

newest as (
    select *
    from voice
    qualify row_number() over (
        partition by measure_id
        order by report_id desc
    ) = 1
)

select
    current_measure.measure_id,
    current_measure.plan_year,
    current_measure.action,
    current_measure.lead,
    coalesce(newest.report_id, 0) as report_id,
    newest.status,
    newest.percent,
    newest.status_on,
    newest.budget_planned,
    newest.budget_spent,
    coalesce(newest.note, '') as note,
    coalesce(newest.evidence, '') as evidence,
    newest.reported_by,
    newest.reported_at,
    current_measure.measure_id in (
        select voice.measure_id
        from voice
        where voice.sha256 = $sha256
    ) as taken
from current_measure
left join newest on current_measure.measure_id = newest.measure_id
where current_measure.measure_id = any($measure_ids)
order by current_measure.plan_year, current_measure.position;
