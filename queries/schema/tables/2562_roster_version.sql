-- That an office keeps its list of persons here, and which claims of its provider give a role.
create table roster_version (
    version_id integer not null,
    agency_id integer not null,
    role_claim varchar,
    division_claim varchar,
    verified_claim varchar not null,
    primary key (version_id)
);
