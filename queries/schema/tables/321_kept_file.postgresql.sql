-- Files that were imported or prove something, under their fingerprints: every server shows them.
-- sqlfluff:dialect:postgres
create table kept_file (
    folder varchar not null,
    stored_name varchar not null,
    content bytea not null,
    primary key (folder, stored_name)
);
