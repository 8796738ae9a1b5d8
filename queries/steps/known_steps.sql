-- Every version of the steps of some measures, the newest first.
-- reads: plans, reports, evidence, batches
-- $measure_ids varchar[]
-- -> step_id, measure_id, text, newest, reported
with version as (
    select
        step.*,
        max(visible_batch.batch_id) over (partition by step.measure_id) as newest_batch
    from step
    left join visible_batch on step.batch_id = visible_batch.batch_id
    where step.measure_id = any($measure_ids)
)

select
    version.step_id,
    version.measure_id,
    version.text,
    coalesce(version.batch_id = version.newest_batch, false) as newest,
    version.step_id in (
        select active_report.step_id
        from active_report
        union all
        select active_schedule.step_id
        from active_schedule
        union all
        select current_evidence.step_id
        from current_evidence
    ) as reported
from version
order by version.batch_id desc, version.position asc, version.step_id asc;
