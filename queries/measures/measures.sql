-- Measures of action plans with their state on a day, in the order of the plan.
-- reads: plans, reports, catalogue, batches
-- $states varchar[] statuses, overdue, due-soon, silent, awaiting-evidence, withdrawn, open (any); or null
-- $withdrawn boolean without states: whether those a newer plan no longer has are given, too
-- $as_of date the day reported about
-- $known_at date or null for every report, else those typed up to that day
-- -> measure_id, plan_year, indicator, position, item_year, items, question, analysis, action, alignment, steps, period_text, start_date, end_date, responsible_text, lead, support, status, percent, status_on, budget_planned, budget_spent, budget_left, note, evidence, reported_by, reported_at, report_id, overdue, due_soon, silent, awaiting_evidence, withdrawn, steps_done, steps_counted, proposed_percent, batch_id, file_name, sheet, cell
with expanded as (
    select
        measure_division.measure_id,
        list(measure_division.division order by division.position, measure_division.division)
        filter (measure_division.role = 'lead') as lead,
        list(measure_division.division order by division.position, measure_division.division)
        filter (measure_division.role = 'support') as support
    from measure_division
    left join division on measure_division.division = division.division
    group by measure_division.measure_id
)

select
    state.measure_id,
    state.plan_year,
    state.indicator,
    state.position,
    state.item_year,
    state.items,
    state.question,
    state.analysis,
    state.action,
    state.alignment,
    state.steps,
    state.period_text,
    state.start_date,
    state.end_date,
    state.responsible_text,
    coalesce(expanded.lead, []) as lead,
    coalesce(expanded.support, []) as support,
    state.status,
    state.percent,
    state.status_on,
    state.budget_planned,
    state.budget_spent,
    state.budget_left,
    state.note,
    state.evidence,
    state.reported_by,
    state.reported_at,
    state.report_id,
    state.overdue,
    state.due_soon,
    state.silent,
    state.awaiting_evidence,
    state.withdrawn,
    progress.steps_done,
    progress.steps_counted,
    progress.proposed_percent,
    state.batch_id,
    import_batch.file_name,
    state.sheet,
    state.cell
from measure_on($as_of, known_at := $known_at) as state
inner join import_batch on state.batch_id = import_batch.batch_id
left join expanded on state.measure_id = expanded.measure_id
left join step_progress($as_of, known_at := $known_at) as progress
    on state.measure_id = progress.measure_id and state.batch_id = progress.batch_id
where
    if(
        state.withdrawn,
        if($states is null, $withdrawn, 'withdrawn' = any($states)),
        $states is null
        or state.status = any($states)
        or (state.overdue and 'overdue' = any($states))
        or (state.due_soon and 'due-soon' = any($states))
        or (state.silent and 'silent' = any($states))
        or (state.awaiting_evidence and 'awaiting-evidence' = any($states))
        or (not state.closed and 'open' = any($states))
    )
order by state.plan_year, state.withdrawn, state.position;
