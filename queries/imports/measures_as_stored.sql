-- The current version of the measures of one plan year, every field as stored.
-- $plan_year integer
-- -> measure_id, indicator, position, items, question, analysis, action, alignment, steps, period_text, start_date, end_date, responsible_text, lead, support
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
    support
from current_measure
where plan_year = $plan_year
order by position;
