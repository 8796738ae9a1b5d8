-- Withdraw the measures of a plan year that neither the registered ones nor the file have.
-- writes: plans
-- $batch_id integer
-- $plan_year integer
-- $sha256 varchar of the file
-- $sheet varchar of that file, whose other sheets may have them
insert into withdrawn_measure (measure_id, batch_id)
select distinct
    measure.measure_id,
    $batch_id
from measure
inner join import_batch on measure.batch_id = import_batch.batch_id
where
    measure.plan_year = $plan_year
    and import_batch.state = 'active'
    and measure.measure_id not in (select incoming_measure.measure_id from incoming_measure)
    and measure.measure_id not in (
        select held.measure_id
        from measure as held
        inner join import_batch as of_file on held.batch_id = of_file.batch_id
        where
            of_file.state = 'active'
            and of_file.sha256 = $sha256
            and held.sheet <> $sheet
    );
