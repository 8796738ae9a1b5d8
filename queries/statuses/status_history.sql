-- Every report on a measure, of its lead and of its supporters, newest first.
-- $measure_id varchar
-- -> report_id, reported_at, kind, division, status, percent, status_on, budget_planned, budget_spent, note, evidence, reported_by, file_name
select
    report_id,
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
    file_name
from active_report
where measure_id = $measure_id
order by report_id desc;
