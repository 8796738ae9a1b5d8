-- What some measures were given and have spent up to a day, in baht, and of how many that is known.
-- What was told last stands before what the plan says.
-- reads: plans, reports, evidence, batches
-- $as_of date
-- $measure_ids varchar[]
-- -> measures, budget_planned, planned_known, budget_spent, spent_known, budget_left, overspent
with amount as (
    select
        coalesce(told.budget_planned, current_measure.budget_planned) as budget_planned,
        told.budget_spent
    from unnest(cast($measure_ids as varchar[])) as asked (measure_id)
    left join current_measure on asked.measure_id = current_measure.measure_id
    left join told_on($as_of) as told on asked.measure_id = told.measure_id
)

select
    count(*) as measures,
    sum(budget_planned) as budget_planned,
    count(budget_planned) as planned_known,
    sum(budget_spent) as budget_spent,
    count(budget_spent) as spent_known,
    sum(budget_planned - budget_spent) as budget_left,
    count(*) filter (where budget_planned < budget_spent) as overspent
from amount;
