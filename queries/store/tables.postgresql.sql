-- The tables this store holds, but for those that a file has no need of.
-- sqlfluff:dialect:postgres
select tablename as table_name
from pg_tables
where
    schemaname = current_schema()
    and tablename not in ('kept_file', 'store_revision')
order by tablename;
