-- The control sum of the reports a batch holds.
-- reads: reports
-- $batch_id integer
-- -> control_sum
select
    coalesce(
        sum(
            md5_number_lower(
                concat_ws(
                    '|', measure_id, kind, division, status, percent, note, evidence,
                    nullif(step_id, '')
                )
            )
        ),
        0
    ) as control_sum
from status_report
where batch_id = $batch_id;
