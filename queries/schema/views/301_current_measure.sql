-- The newest visible version of each measure; one that a newer plan no longer has is withdrawn.
create or replace view current_measure as
with version as (
    select measure.*
    from measure
    inner join visible_batch on measure.batch_id = visible_batch.batch_id
    qualify row_number() over (
        partition by measure.measure_id
        order by measure.batch_id desc
    ) = 1
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
