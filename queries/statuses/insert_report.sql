-- Append what a division reports on a measure.
-- $report_id integer
-- $measure_id varchar
-- $status varchar
-- $percent integer or null
-- $note varchar
-- $evidence varchar
-- $reported_by varchar
-- $batch_id integer or null
insert into status_report (
    report_id, measure_id, status, percent, note, evidence, reported_by, batch_id
)
values (
    $report_id, $measure_id, $status, $percent, $note, $evidence, $reported_by, $batch_id
);
