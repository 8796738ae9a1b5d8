-- Tell of an agency what its catalogue says now; whoever asks this may do it for his own alone.
-- sqlfluff:dialect:postgres
create function agencies.tell(told_code text) returns void
language plpgsql
as $$
begin
    update agencies.agency as known
    set
        name = told.name,
        short_name = told.short_name,
        kind = told.kind,
        district = told.district,
        province = told.province
    from organisation as told
    where known.code = told_code;
    delete from agencies.listed_person where code = told_code;
    insert into agencies.listed_person (code, email)
    select told_code, lower(trim(person.email)) from person
    union
    select told_code, '*' from roster where roster.role_claim is not null;
end
$$;
