-- The same by lead, in official order; a measure of several leads counts for each of them.
-- reads: plans, reports, evidence, catalogue, batches
-- $as_of date
-- $measure_ids varchar[]
-- $divisions varchar[] or null for every division
-- -> division, measures, budget_planned, planned_known, budget_spent, spent_known, budget_left, overspent
with amount as (
    select
        measure_division.division,
        coalesce(told.budget_planned, current_measure.budget_planned) as budget_planned,
        told.budget_spent
    from measure_division
    inner join current_measure on measure_division.measure_id = current_measure.measure_id
    left join told_on($as_of) as told on measure_division.measure_id = told.measure_id
    where
        measure_division.role = 'lead'
        and measure_division.measure_id = any($measure_ids)
        and ($divisions is null or measure_division.division = any($divisions))
)

select
    amount.division,
    count(*) as measures,
    sum(amount.budget_planned) as budget_planned,
    count(amount.budget_planned) as planned_known,
    sum(amount.budget_spent) as budget_spent,
    count(amount.budget_spent) as spent_known,
    sum(amount.budget_planned - amount.budget_spent) as budget_left,
    count(*) filter (where amount.budget_planned < amount.budget_spent) as overspent
from amount
left join division on amount.division = division.division
group by amount.division
order by min(division.position) nulls last, amount.division;
