-- The current report of the lead, or of one supporter, on some measures: about the newest day.
-- reads: plans, reports, batches
-- $measure_ids varchar[]
-- $days date[] beside them: only reports about days up to this one, or null for every day
-- $supporter varchar or null for the lead
-- $sha256 varchar of a file; taken tells whether that file has given a report on the measure
-- -> measure_id, plan_year, action, lead, withdrawn, report_id, newest_by, about_on, status, percent, status_on, budget_planned, budget_spent, note, evidence, reported_by, reported_at, taken
with voice as (
    select *
    from active_report
    where
        kind = if($supporter is null, 'lead', 'support')
        and ($supporter is null or division = $supporter)
),

-- Of two reports the one typed last, whatever day it is about: who knew fewer may not overwrite.
typed as (
    select
        measure_id,
        max(report_id) as report_id,
        arg_max(reported_by, report_id) as newest_by,
        bool_or(coalesce(sha256 = $sha256, false)) as taken
    from voice
    group by measure_id
),

asked as (
    select
        unnest(cast($measure_ids as varchar[])) as measure_id,
        unnest(cast($days as date[])) as day
),

newest as (
    select
        voice.*
        replace (
            last_told(
                voice.budget_planned, voice.measure_id, voice.about_on, voice.report_id
            ) as budget_planned,
            last_told(
                voice.budget_spent, voice.measure_id, voice.about_on, voice.report_id
            ) as budget_spent
        )
    from voice
    inner join asked on voice.measure_id = asked.measure_id
    where asked.day is null or voice.about_on <= asked.day
    qualify row_number() over (
        partition by voice.measure_id
        order by voice.about_on desc, voice.report_id desc
    ) = 1
)

select
    current_measure.measure_id,
    current_measure.plan_year,
    current_measure.action,
    current_measure.lead,
    current_measure.withdrawn,
    coalesce(typed.report_id, 0) as report_id,
    typed.newest_by,
    newest.about_on,
    newest.status,
    newest.percent,
    newest.status_on,
    newest.budget_planned,
    newest.budget_spent,
    coalesce(newest.note, '') as note,
    coalesce(newest.evidence, '') as evidence,
    newest.reported_by,
    newest.reported_at,
    coalesce(typed.taken, false) as taken
from current_measure
left join newest on current_measure.measure_id = newest.measure_id
left join typed on current_measure.measure_id = typed.measure_id
where current_measure.measure_id = any($measure_ids)
order by current_measure.plan_year, current_measure.position;
