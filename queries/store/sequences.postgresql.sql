-- The last number that each sequence gave, of those that gave any.
-- sqlfluff:dialect:postgres
select
    sequencename as sequence,
    last_value as last
from pg_sequences
where
    schemaname = current_schema()
    and last_value is not null
order by sequencename;
