-- The reports that count: typed in the app, or from a batch that was not undone.
create view active_report as
select
    status_report.report_id,
    status_report.measure_id,
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
    import_batch.sha256
from status_report
left join import_batch on status_report.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active';
