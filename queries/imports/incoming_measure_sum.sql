-- Control sum of the registered measures, as the ledger keeps it.
-- -> control_sum
select
    coalesce(
        sum(md5_number_lower(concat_ws('|', measure_id, question, action, period_text))),
        0
    ) as control_sum
from incoming_measure;
