-- Append rows to a table: a JSON list of objects, each with the columns of the first.
-- sqlfluff:dialect:postgres
create function append_rows(target regclass, listed jsonb) returns void
language plpgsql
as $$
declare
    named text := (
        select string_agg(quote_ident(key), ', ')
        from jsonb_object_keys(listed -> 0) as key
    );
begin
    execute format(
        'insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, $1)',
        target,
        named
    ) using listed;
end
$$;
