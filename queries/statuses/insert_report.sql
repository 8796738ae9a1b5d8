-- Append what a division reports on a measure.
-- writes: reports
-- $report_id integer
-- $measure_id varchar
-- $step_id varchar or '' for the whole measure
-- $kind varchar lead, support or step
-- $division varchar that speaks
-- $status varchar or null for a supporter
-- $percent integer or null
-- $status_on date or null
-- $budget_planned double or null
-- $budget_spent double or null
-- $note varchar
-- $evidence varchar
-- $reported_by varchar
-- $batch_id integer or null
insert into status_report (
    report_id, measure_id, step_id, kind, division, status, percent, status_on, budget_planned,
    budget_spent, note, evidence, reported_by, batch_id
)
values (
    $report_id, $measure_id, $step_id, $kind, $division, $status, $percent, $status_on,
    $budget_planned,
    $budget_spent, $note, $evidence, $reported_by, $batch_id
);
