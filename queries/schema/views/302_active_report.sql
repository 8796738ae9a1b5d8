-- The reports that count: typed in the app, or from a batch that was not undone.
-- A report is about the day its state held; where it names none, about the day it was typed.
create or replace view active_report as
select
    status_report.*,
    cast(status_report.reported_at as date) as reported_on,
    import_batch.file_name,
    import_batch.sha256,
    coalesce(status_report.status_on, cast(status_report.reported_at as date)) as about_on
from status_report
left join import_batch on status_report.batch_id = import_batch.batch_id
where coalesce(import_batch.state, 'active') = 'active';
