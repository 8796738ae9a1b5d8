-- As whom the store of an agency is opened; no agency reads it.
-- sqlfluff:dialect:postgres
create table agencies.login (
    code text primary key references agencies.agency,
    login text not null unique check (length(login) < 64),
    secret text not null
);
