-- The tables this store holds, but for those that a file has no need of.
-- One that is named is found by an index, all of them among those of every agency of the database.
-- sqlfluff:dialect:postgres
select relname as table_name
from pg_class
where
    relnamespace = (select current_schema()::regnamespace)
    and relkind = 'r'
    and relname not in ('kept_file', 'store_revision')
    and ($named is null or relname = $named)
order by relname;
