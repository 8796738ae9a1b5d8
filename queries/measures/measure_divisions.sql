-- Who leads and who supports each measure in force, "all others" written out.
-- reads: plans, catalogue, batches
-- -> measure_id, division, role
select
    measure_division.measure_id,
    measure_division.division,
    measure_division.role
from measure_division
inner join current_measure on measure_division.measure_id = current_measure.measure_id
left join division on measure_division.division = division.division
where not current_measure.withdrawn
order by
    current_measure.plan_year,
    current_measure.position,
    measure_division.role,
    division.position,
    measure_division.division;
