-- The divisions that may speak of a step: who takes it, and the leads of its measure.
-- reads: plans, reports, batches
-- $step_id varchar
-- -> divisions
with taken as (
    select division
    from step_schedule
    where step_id = $step_id and division <> ''
    qualify row_number() over (
        order by schedule_id desc
    ) = 1
),

answering as (
    select unnest(lead) as division
    from current_step
    where step_id = $step_id
    union
    select division
    from taken
)

select coalesce(list(division order by division), []) as divisions
from answering;
