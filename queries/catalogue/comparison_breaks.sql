-- Breaks between years in their order.
-- reads: catalogue, batches
-- -> comparison_break.* - version_id - position
select
    from_year,
    to_year,
    scope,
    codes,
    reason,
    evidence
from comparison_break
order by position;
