-- Whether a measure is current, and the number of its newest report (0 = none).
-- $measure_id varchar
-- -> measures, report_id
select
    (
        select count(*)
        from current_measure
        where current_measure.measure_id = $measure_id
    ) as measures,
    coalesce(max(report_id), 0) as report_id
from status_report
where measure_id = $measure_id;
