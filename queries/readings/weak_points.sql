-- Indicators and items of an agency under the target of a year, indicators first, lowest first.
-- reads: scores, catalogue, batches
-- $agency_id integer
-- $year integer
-- -> level, code, indicator, name, score, mark, target, gap, change, rank, lowest, fallen
select
    level,
    code,
    indicator,
    name,
    score,
    mark,
    target,
    gap,
    change,
    rank,
    lowest,
    fallen
from weak_point
where agency_id = $agency_id and year = $year
order by
    array_position(array['indicator', 'item'], level),
    rank,
    code_letters(code),
    code_number(code);
