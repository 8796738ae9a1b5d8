-- The percent that the steps done of those counted propose, half up; null where none is counted.
create or replace macro step_percent(done, counted) as
(200 * done + counted) // nullif(2 * counted, 0);
