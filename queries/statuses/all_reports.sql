-- Every report that counts on every measure, in the order they were made.
-- reads: reports, batches
-- -> report_id, measure_id, step_id, reported_at, kind, division, status, percent, status_on, budget_planned, budget_spent, note, evidence, reported_by, batch_id, file_name
select
    report_id,
    measure_id,
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
    batch_id,
    file_name
from active_report
order by report_id;
