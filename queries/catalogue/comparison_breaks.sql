-- Breaks between years in their order.
-- reads: catalogue, batches
-- -> from_year, to_year, scope, codes, reason, evidence
select
    from_year,
    to_year,
    scope,
    codes,
    reason,
    evidence
from comparison_break
order by position;
