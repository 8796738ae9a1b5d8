-- The measures of the plans in force with the divisions that lead them, in their order.
-- reads: plans, batches
-- $plan_year integer or null for every plan
-- -> measure_id, plan_year, position, indicator, items, action, lead
select
    current_measure.measure_id,
    current_measure.plan_year,
    current_measure.position,
    current_measure.indicator,
    current_measure.items,
    current_measure.action,
    current_measure.lead
from current_measure
where
    not current_measure.withdrawn
    and ($plan_year is null or current_measure.plan_year = $plan_year)
order by current_measure.plan_year, current_measure.position, current_measure.measure_id;
