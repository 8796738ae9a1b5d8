-- The percent that the steps done of those counted propose, half up.
-- sqlfluff:dialect:postgres
create or replace function step_percent(done bigint, counted bigint) returns bigint
language sql immutable parallel safe
return (200 * done + counted) / nullif(2 * counted, 0);
