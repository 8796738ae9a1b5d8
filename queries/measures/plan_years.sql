-- Plan years that have measures in force, oldest first.
-- reads: plans, batches
-- -> year, measures
select
    plan_year as year,
    count(*) as measures
from current_measure
where not withdrawn
group by plan_year
order by plan_year;
