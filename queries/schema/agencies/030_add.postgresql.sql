-- Make what belongs to a new agency: its row, its login, and its schemas of tables and of answers.
-- sqlfluff:dialect:postgres
create function agencies.add(new_code text, new_secret text, password text) returns void
language plpgsql
as $$
declare
    login text := current_database() || '_' || new_code;
    tables text := 'of_' || new_code;
    answers text := tables || '_answers';
begin
    insert into agencies.agency (code) values (new_code);
    insert into agencies.login values (new_code, login, new_secret);
    execute format('create role %I login noinherit password %L', login, password);
    execute format('grant connect, temporary on database %I to %I', current_database(), login);
    execute format('create schema %I', tables);
    execute format('create schema %I', answers);
    execute format('grant usage, create on schema %I, %I to %I', tables, answers, login);
    execute format('grant usage on schema agencies to %I', login);
    execute format(
        'grant select (code), update (name, short_name, kind, district, province)'
        ' on agencies.agency to %I',
        login
    );
    execute format('grant select, insert, delete on agencies.listed_person to %I', login);
end
$$;
