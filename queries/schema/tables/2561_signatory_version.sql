-- Who signs the documents of an office, in the order of signing.
create table signatory_version (
    version_id integer not null,
    agency_id integer not null,
    position smallint not null,
    role varchar not null,
    name varchar not null,
    title varchar not null,
    primary key (version_id, role)
);
