-- The tables this store holds.
-- sqlfluff:dialect:postgres
select tablename as table_name
from pg_tables
where schemaname = current_schema()
order by tablename;
