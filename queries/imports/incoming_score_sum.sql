-- Control sum of the registered scores, as the ledger keeps it.
-- -> control_sum
select
    coalesce(
        sum(cast(round(value * 1000000) as hugeint) * (year + length(code))),
        0
    ) as control_sum
from incoming_score;
