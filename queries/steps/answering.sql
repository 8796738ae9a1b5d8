-- The divisions that may speak of a step: who takes it, and the leads of its measure.
-- reads: plans, reports, batches
-- $step_id varchar
-- -> divisions
with taken as (
    select division
    from step_schedule
    where step_id = $step_id and division <> ''
    order by schedule_id desc
    limit 1
),

answering as (
    select unnest(lead) as division
    from current_step
    where step_id = $step_id
    union
    select division
    from taken
)

select coalesce(array_agg(division order by division), cast(array[] as varchar[])) as divisions
from answering;
