-- National averages; code is "total", an instrument or the number of an indicator.
create table national_score_version (
    version_id integer not null,
    year smallint not null,
    position smallint not null,
    code varchar not null,
    value decimal(18, 9) not null,
    note varchar not null,
    primary key (version_id, code)
);
