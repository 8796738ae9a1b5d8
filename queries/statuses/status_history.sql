-- Every report on a measure, newest first.
-- $measure_id varchar
-- -> report_id, reported_at, status, percent, note, evidence, reported_by, file_name
select
    status_report.report_id,
    status_report.reported_at,
    status_report.status,
    status_report.percent,
    status_report.note,
    status_report.evidence,
    status_report.reported_by,
    import_batch.file_name
from status_report
left join import_batch on status_report.batch_id = import_batch.batch_id
where
    status_report.measure_id = $measure_id
    and coalesce(import_batch.state, 'active') = 'active'
order by status_report.report_id desc;
