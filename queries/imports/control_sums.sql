-- What each batch should hold by the ledger, and what the tables hold.
-- reads: scores, plans, reports, batches
-- -> batch_id, kind, expected, found
with score_sum as (
    select
        batch_id,
        sum(score_in_sum(value, year, code)) as found
    from score
    group by batch_id
),

measure_sum as (
    select
        batch_id,
        sum(md5_number_lower(concat_ws('|', measure_id, question, action, period_text)))
            as found
    from measure
    group by batch_id
),

report_sum as (
    select
        batch_id,
        sum(
            md5_number_lower(
                concat_ws(
                    '|', measure_id, kind, division, status, percent, note, evidence,
                    nullif(step_id, '')
                )
            )
        ) as found
    from status_report
    where batch_id is not null
    group by batch_id
)

select
    import_batch.batch_id,
    import_batch.kind,
    import_batch.control_sum as expected,
    coalesce(score_sum.found, 0)
    + coalesce(measure_sum.found, 0)
    + coalesce(report_sum.found, 0) as found
from import_batch
left join score_sum on import_batch.batch_id = score_sum.batch_id
left join measure_sum on import_batch.batch_id = measure_sum.batch_id
left join report_sum on import_batch.batch_id = report_sum.batch_id
order by import_batch.batch_id;
