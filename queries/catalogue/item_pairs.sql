-- Items of two years that belong together, in their order.
-- reads: catalogue, batches
-- -> item_pair.* - version_id - position
select
    from_year,
    from_item,
    to_year,
    to_item,
    relation,
    evidence
from item_pair
order by position;
