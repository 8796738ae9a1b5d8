-- Instruments of each year in their order; the weights of a year add up to exactly 1.
create table instrument_version (
    version_id integer not null,
    year smallint not null,
    position smallint not null,
    code varchar not null,
    name varchar not null,
    weight decimal(18, 9) not null,
    letter varchar not null,
    respondents varchar not null,
    item_count integer,
    item_count_evidence varchar not null,
    evidence varchar not null,
    note varchar not null,
    primary key (version_id, code)
);
