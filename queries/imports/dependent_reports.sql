-- What people wrote on measures that only this batch holds: undoing it would orphan it.
-- reads: plans, reports, evidence, comments, batches
-- $batch_id integer
-- -> reports
with said as (
    select measure_id
    from active_report
    union all
    select measure_id
    from active_comment
    union all
    select measure_id
    from current_evidence
)

select count(*) as reports
from said
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
