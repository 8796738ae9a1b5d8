-- Divisions of the agency in their order, and those known elsewhere; each with its other names.
create table agency_division_version (
    version_id integer not null,
    agency_id integer not null,
    own boolean not null,
    position smallint not null,
    name varchar not null,
    aliases varchar[] not null,
    evidence varchar not null,
    primary key (version_id, own, position)
);
