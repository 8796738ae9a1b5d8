-- What an office has decided for itself: whole days until work is late, due soon or silent.
-- logo is a small PNG, empty where there is none.
create table office_version (
    version_id integer not null,
    agency_id integer not null,
    late_days integer not null,
    due_soon_days integer not null,
    silent_days integer not null,
    logo blob not null,
    primary key (version_id)
);
