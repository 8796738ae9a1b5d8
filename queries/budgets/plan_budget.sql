-- What some measures were given and have spent up to a day, in baht, and of how many that is known.
-- reads: plans, reports, catalogue, batches
-- $as_of date
-- $measure_ids varchar[]
-- -> measures, budget_planned, planned_known, budget_spent, spent_known, budget_left, overspent
select
    count(*) as measures,
    sum(budget_planned) as budget_planned,
    count(budget_planned) as planned_known,
    sum(budget_spent) as budget_spent,
    count(budget_spent) as spent_known,
    sum(budget_left) as budget_left,
    count(*) filter (budget_left < 0) as overspent
from measure_on($as_of)
where measure_id = any($measure_ids);
