-- Status reports on measures that only this batch holds: undoing it would orphan them.
-- reads: plans, reports, batches
-- $batch_id integer
-- -> reports
select count(*) as reports
from active_report
where
    measure_id in (
        select measure.measure_id
        from measure
        where measure.batch_id = $batch_id
    )
    and measure_id not in (
        select measure.measure_id
        from measure
        inner join visible_batch on measure.batch_id = visible_batch.batch_id
        where measure.batch_id <> $batch_id
    );
