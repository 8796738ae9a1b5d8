-- Which items each current measure answers; codes are those of item_year.
-- -> measure_id, year, code
with item as (
    select
        measure_id,
        plan_year,
        position,
        item_year as year,
        unnest(items) as code
    from current_measure
)

select
    measure_id,
    year,
    code
from item
order by plan_year, position, code;
