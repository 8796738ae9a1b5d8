-- Who may sign in, by e-mail, with what right and for which divisions.
create table person_version (
    version_id integer not null,
    agency_id integer not null,
    position smallint not null,
    email varchar not null,
    name varchar not null,
    role varchar not null,
    divisions varchar[] not null,
    primary key (version_id, email)
);
