-- Functions and views hold no data: they are made anew when a text of theirs changed.
-- They are in the second schema of the search path, apart from the tables in the first.
-- sqlfluff:dialect:postgres
do $$
declare
    answers text := trim(split_part(current_setting('search_path'), ',', 2));
    former text;
begin
    if to_regnamespace(answers) is null then
        execute format('create schema %I', answers);
    end if;
    for former in
        select format('view %I.%I', schemaname, viewname) from pg_views
        where schemaname = answers
        union all
        select format('routine %s', oid::regprocedure) from pg_proc
        where pronamespace = to_regnamespace(answers)
        union all
        select format('operator %s', oid::regoperator) from pg_operator
        where oprnamespace = to_regnamespace(answers)
    loop
        execute format('drop %s cascade', regexp_replace(former, '^\w+', '\& if exists'));
    end loop;
end
$$;
