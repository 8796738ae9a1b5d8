-- Which items each measure in force answers; codes are those of item_year.
-- reads: plans, catalogue, batches
-- -> measure_id, year, code
with item as (
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
    measure_id,
    year,
    code
from item
order by plan_year, position, code;
