-- The reports that count: typed in the app, or from a batch that was not undone.
-- A report is about the day its state held; where it names none, about the day it was typed.
create or replace view active_report as
select
    status_report.report_id,
    status_report.measure_id,
    status_report.step_id,
    status_report.kind,
    status_report.division,
    status_report.status,
    status_report.percent,
    status_report.status_on,
    status_report.budget_planned,
    status_report.budget_spent,
    status_report.note,
    status_report.evidence,
    status_report.reported_by,
    status_report.reported_at,
    cast(status_report.reported_at as date) as reported_on,
    status_report.batch_id,
    import_batch.file_name,
    import_batch.sha256,
    coalesce(status_report.status_on, cast(status_report.reported_at as date)) as about_on
from status_report
left join import_batch on status_report.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active';
