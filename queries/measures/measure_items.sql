-- Which items each measure in force answers; codes and names are those of item_year.
-- reads: plans, catalogue, batches
-- -> measure_id, year, code, name
with answered as (
    select
        measure_id,
        plan_year,
        position,
        item_year as year,
        unnest(items) as code
    from current_measure
    where not withdrawn
)

select
    answered.measure_id,
    answered.year,
    answered.code,
    coalesce(item.name, '') as name
from answered
left join item on answered.year = item.year and answered.code = item.code
order by answered.plan_year, answered.position, answered.code;
