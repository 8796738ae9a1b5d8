-- Open all rows of a table as the cursor rows_of_table.
-- sqlfluff:dialect:postgres
create function open_rows(target regclass) returns refcursor
language plpgsql
as $$
declare
    opened refcursor := 'rows_of_table';
begin
    open opened for execute format('select * from %s', target);
    return opened;
end
$$;
