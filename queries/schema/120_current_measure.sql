-- The newest visible version of each measure.
create view current_measure as
select measure.*
from measure
inner join visible_batch on measure.batch_id = visible_batch.batch_id
qualify row_number() over (
    partition by measure.measure_id
    order by measure.batch_id desc
) = 1;
