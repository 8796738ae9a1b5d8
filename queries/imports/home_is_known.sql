-- Whether a real plan or real scores of the home agency are in the store, so that it is no first.
-- reads: scores, plans, batches
-- -> known
select
    exists (
        select measure.measure_id
        from measure
        inner join visible_batch on measure.batch_id = visible_batch.batch_id
        where not visible_batch.is_sample
    )
    or exists (
        select score.code
        from score
        inner join visible_batch on score.batch_id = visible_batch.batch_id
        where not visible_batch.is_sample and score.agency_id = 1
    ) as known;
