-- Remove all that is an agency's; its login stays while another database of the server knows it.
-- sqlfluff:dialect:postgres
create or replace function agencies.remove(old_code text) returns void
language plpgsql
as $$
declare
    login text := (select known.login from agencies.login as known where known.code = old_code);
begin
    execute format('drop schema %I, %I cascade', 'of_' || old_code || '_answers', 'of_' || old_code);
    delete from agencies.listed_person where code = old_code;
    delete from agencies.login where code = old_code;
    delete from agencies.agency where code = old_code;
    execute format('revoke all on database %I from %I', current_database(), login);
    execute format('revoke all on schema agencies from %I', login);
    execute format('revoke all on agencies.agency, agencies.listed_person from %I', login);
    begin
        execute format('drop role %I', login);
    exception when dependent_objects_still_exist then
        null;
    end;
end
$$;
