-- The same by lead, in official order; a measure of several leads counts for each of them.
-- reads: plans, reports, evidence, catalogue, batches
-- $as_of date
-- $measure_ids varchar[]
-- $divisions varchar[] or null for every division
-- -> division, measures, budget_planned, planned_known, budget_spent, spent_known, budget_left, overspent
select
    measure_division.division,
    count(*) as measures,
    sum(told.budget_planned) as budget_planned,
    count(told.budget_planned) as planned_known,
    sum(told.budget_spent) as budget_spent,
    count(told.budget_spent) as spent_known,
    sum(told.budget_left) as budget_left,
    count(*) filter (where told.budget_left < 0) as overspent
from measure_division
left join told_on($as_of) as told on measure_division.measure_id = told.measure_id
left join division on measure_division.division = division.division
where
    measure_division.role = 'lead'
    and measure_division.measure_id = any($measure_ids)
    and ($divisions is null or measure_division.division = any($divisions))
group by measure_division.division
order by min(division.position) nulls last, measure_division.division;
