-- Give the login that takes the role of one agency after the other, a member of all that are there.
-- It has no right of its own; agencies' own logins are members of nothing.
-- sqlfluff:dialect:postgres
create or replace function agencies.share(new_secret text, password text)
returns table (login text, secret text)
language plpgsql
as $$
declare
    shared text := current_database() || ' shared';
    agency text;
begin
    create table if not exists agencies.shared_login (
        login text primary key,
        secret text not null
    );
    -- A database that was restored elsewhere names a login that is not there.
    delete from agencies.shared_login as known
    where not exists (select from pg_roles where pg_roles.rolname = known.login);
    if not exists (select from agencies.shared_login) then
        execute format(
            '%s role %I login noinherit password %L',
            case
                when exists (select from pg_roles where pg_roles.rolname = shared) then 'alter'
                else 'create'
            end,
            shared,
            password
        );
        execute format('grant connect on database %I to %I', current_database(), shared);
        insert into agencies.shared_login values (shared, new_secret);
    end if;
    select known.login into shared from agencies.shared_login as known;
    for agency in
        select known.login
        from agencies.login as known
        inner join pg_roles on known.login = pg_roles.rolname
        where not pg_has_role(shared, known.login, 'member')
    loop
        execute format('grant %I to %I', agency, shared);
    end loop;
    return query select * from agencies.shared_login;
end
$$;
