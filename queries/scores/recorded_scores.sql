-- What an agency has, or had before an undo, a score of.
-- reads: scores
-- $agency_id integer 1 is the home agency
-- -> year, level, code
select
    year,
    level,
    code
from score
where agency_id = $agency_id
group by year, level, code
order by
    year,
    array_position(array['total', 'instrument', 'indicator', 'item'], level),
    code_letters(code),
    code_number(code);
