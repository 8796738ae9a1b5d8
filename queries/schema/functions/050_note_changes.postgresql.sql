-- Count a change of subjects, tell who listens, and give how often each was written by now.
-- sqlfluff:dialect:postgres
create function note_changes(changed varchar[])
returns table (subject varchar, revision bigint)
language sql volatile
as $$
    select pg_notify('store_revision', current_schema());
    insert into store_revision as known (subject, revision)
    select unnest(changed), 1
    on conflict (subject) do update set revision = known.revision + 1
    returning known.subject, known.revision
$$;
