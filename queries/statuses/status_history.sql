-- Every report on a measure, of its lead, of its supporters and on its steps, that about the newest day first.
-- reads: reports, batches
-- $measure_id varchar
-- $most integer or null for every report
-- -> report_id, step_id, reported_at, kind, division, status, percent, status_on, budget_planned, budget_spent, note, evidence, reported_by, file_name, about_on
select
    report_id,
    step_id,
    reported_at,
    kind,
    division,
    status,
    percent,
    status_on,
    budget_planned,
    budget_spent,
    note,
    evidence,
    reported_by,
    file_name,
    about_on
from active_report
where measure_id = $measure_id
order by about_on desc, report_id desc
limit $most;
