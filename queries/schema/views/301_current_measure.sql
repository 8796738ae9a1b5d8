-- The newest visible version of each measure; one that a newer plan no longer has is withdrawn.
create or replace view current_measure as
with version as (
    select distinct on (measure.measure_id) measure.*
    from measure
    inner join visible_batch on measure.batch_id = visible_batch.batch_id
    order by measure.measure_id asc, measure.batch_id desc
),

withdrawal as (
    select
        withdrawn_measure.measure_id,
        max(withdrawn_measure.batch_id) as batch_id
    from withdrawn_measure
    inner join visible_batch on withdrawn_measure.batch_id = visible_batch.batch_id
    group by withdrawn_measure.measure_id
)

select
    version.*,
    coalesce(withdrawal.batch_id > version.batch_id, false) as withdrawn
from version
left join withdrawal on version.measure_id = withdrawal.measure_id;
