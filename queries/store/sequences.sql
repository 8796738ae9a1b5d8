-- The last number that each sequence gave, of those that gave any.
-- -> sequence, last
select
    sequence_name as sequence,
    last_value as last
from duckdb_sequences()
where last_value is not null
order by sequence_name;
