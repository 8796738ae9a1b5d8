-- Whether a measure is stored, and the report its lead or one supporter typed last (0 = none).
-- reads: plans, reports, batches
-- $measure_id varchar
-- $supporter varchar or null for the lead
-- -> subjects, report_id
select
    (
        select count(*)
        from current_measure
        where current_measure.measure_id = $measure_id
    ) as subjects,
    coalesce(max(report_id), 0) as report_id
from active_report
where
    measure_id = $measure_id
    and kind = case when $supporter is null then 'lead' else 'support' end
    and ($supporter is null or division = $supporter);
