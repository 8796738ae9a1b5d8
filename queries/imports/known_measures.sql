-- Every version of the measures of a plan year, in the order of the plan, the newest seen one first.
-- reads: plans, batches
-- $plan_year integer
-- $sha256 varchar of the file that is imported
-- $sheet varchar of that file
-- -> measure_id, indicator, items, question, analysis, action, alignment, steps, period_text, responsible_text, sheet, seen, outdated, withdrawn, taken
with version as (
    select
        measure.*,
        visible_batch.batch_id is not null as seen,
        import_batch.sha256 = $sha256 and measure.sheet <> $sheet as taken,
        max(visible_batch.batch_id) over (partition by measure.measure_id) as newest
    from measure
    inner join import_batch on measure.batch_id = import_batch.batch_id
    left join visible_batch on measure.batch_id = visible_batch.batch_id
    where measure.plan_year = $plan_year
),

withdrawal as (
    -- What another sheet of this very file left out is not withdrawn yet: it may stand here.
    select
        withdrawn_measure.measure_id,
        max(withdrawn_measure.batch_id) as batch_id
    from withdrawn_measure
    inner join visible_batch on withdrawn_measure.batch_id = visible_batch.batch_id
    inner join import_batch on withdrawn_measure.batch_id = import_batch.batch_id
    where import_batch.sha256 <> $sha256
    group by withdrawn_measure.measure_id
)

select
    version.measure_id,
    version.indicator,
    version.items,
    version.question,
    version.analysis,
    version.action,
    version.alignment,
    version.steps,
    version.period_text,
    version.responsible_text,
    version.sheet,
    version.seen,
    version.batch_id <> coalesce(version.newest, version.batch_id) as outdated,
    coalesce(withdrawal.batch_id > version.newest, false) as withdrawn,
    version.taken
from version
left join withdrawal on version.measure_id = withdrawal.measure_id
where version.seen or version.newest is null
order by version.batch_id desc, version.position asc;
