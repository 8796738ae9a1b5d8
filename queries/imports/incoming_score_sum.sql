-- Control sum of the registered scores, as the ledger keeps it.
-- -> control_sum
select
    coalesce(
        sum(score_in_sum(value, year, code)),
        0
    ) as control_sum
from incoming_score;
