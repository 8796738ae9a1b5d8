-- Indicators of each year in their order; what is not known is null.
-- evidence is about the name; target is the score to reach, null where it is that of the year.
create table indicator_version (
    version_id integer not null,
    year smallint not null,
    position smallint not null,
    number integer not null,
    name varchar,
    instrument varchar not null,
    first_item varchar,
    last_item varchar,
    evidence varchar not null,
    range_evidence varchar not null,
    note varchar not null,
    target decimal(18, 9),
    primary key (version_id, number)
);
