-- The tables this store holds.
-- $named varchar or null for all of them
-- -> table_name
select table_name
from duckdb_tables()
where
    database_name = 'ita'
    and ($named is null or table_name = $named)
order by table_name;
