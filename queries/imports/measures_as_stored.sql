-- The current version of the measures of one plan year, withdrawn or not, every field as stored.
-- reads: plans, batches
-- $plan_year integer
-- $sha256 varchar of a file
-- $sheet varchar of that file; of_file tells whether another sheet of it has the measure
-- -> measure_id, indicator, position, items, question, analysis, action, alignment, steps, period_text, start_date, end_date, responsible_text, lead, support, budget_planned, withdrawn, of_file
with of_file as (
    select measure.measure_id
    from measure
    inner join import_batch on measure.batch_id = import_batch.batch_id
    where
        import_batch.state = 'active'
        and import_batch.sha256 = $sha256
        and measure.sheet <> $sheet
)

select
    measure_id,
    indicator,
    position,
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
    budget_planned,
    withdrawn,
    measure_id in (select of_file.measure_id from of_file) as of_file
from current_measure
where plan_year = $plan_year
order by position;
