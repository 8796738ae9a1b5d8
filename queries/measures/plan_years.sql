-- Plan years that have measures, oldest first.
-- -> year, measures
select
    plan_year as year,
    count(*) as measures
from current_measure
group by plan_year
order by plan_year;
