-- Store the registered measures under a batch.
-- writes: plans
-- $batch_id integer
insert into measure (
    measure_id, batch_id, plan_year, indicator, position, item_year, items, question, analysis,
    action, alignment, steps, period_text, start_date, end_date, responsible_text, lead, support,
    sheet, cell, budget_planned, budget_cell
)
select
    measure_id,
    $batch_id,
    plan_year,
    indicator,
    position,
    item_year,
    items,
    question,
    analysis,
    action,
    alignment,
    steps,
    period_text,
    start_date,
    end_date,
    responsible_text,
    lead,
    support,
    sheet,
    cell,
    budget_planned,
    budget_cell
from incoming_measure;
