-- The tables this store holds.
-- -> table_name
select table_name
from duckdb_tables()
where database_name = 'ita'
order by table_name;
