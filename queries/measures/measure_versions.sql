-- Every version of one measure, undone ones included, newest first.
-- reads: plans, batches
-- $measure_id varchar
-- -> batch_id, current, withdrawn, state, seen, is_sample, file_name, sheet, cell, imported_at, imported_by, identity, undone_at, undone_by, question, analysis, action, alignment, steps, period_text, responsible_text, budget_planned, budget_cell
select
    measure.batch_id,
    current_measure.batch_id is not null as current,
    coalesce(current_measure.withdrawn, false) as withdrawn,
    import_batch.state,
    visible_batch.batch_id is not null as seen,
    import_batch.is_sample,
    import_batch.file_name,
    measure.sheet,
    measure.cell,
    import_batch.imported_at,
    import_batch.imported_by,
    import_batch.identity,
    import_batch.undone_at,
    import_batch.undone_by,
    measure.question,
    measure.analysis,
    measure.action,
    measure.alignment,
    measure.steps,
    measure.period_text,
    measure.responsible_text,
    measure.budget_planned,
    measure.budget_cell
from measure
inner join import_batch on measure.batch_id = import_batch.batch_id
left join visible_batch on measure.batch_id = visible_batch.batch_id
left join current_measure
    on
        measure.measure_id = current_measure.measure_id
        and measure.batch_id = current_measure.batch_id
where measure.measure_id = $measure_id
order by measure.batch_id desc;
