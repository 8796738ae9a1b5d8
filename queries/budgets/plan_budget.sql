-- What some measures were given and have spent up to a day, in baht, and of how many that is known.
-- reads: reports, evidence, batches
-- $as_of date
-- $measure_ids varchar[]
-- -> measures, budget_planned, planned_known, budget_spent, spent_known, budget_left, overspent
select
    count(*) as measures,
    sum(told.budget_planned) as budget_planned,
    count(told.budget_planned) as planned_known,
    sum(told.budget_spent) as budget_spent,
    count(told.budget_spent) as spent_known,
    sum(told.budget_left) as budget_left,
    count(*) filter (where told.budget_left < 0) as overspent
from unnest(cast($measure_ids as varchar[])) as asked (measure_id)
left join told_on($as_of) as told on asked.measure_id = told.measure_id;
