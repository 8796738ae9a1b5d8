-- Whom an agency lists, by e-mail; * where it takes roles from the provider.
-- sqlfluff:dialect:postgres
create table agencies.listed_person (
    code text not null references agencies.agency,
    email text not null,
    primary key (email, code)
);
