-- Items of each year in their order; the same code is another item in another year.
create table item_version (
    version_id integer not null,
    year smallint not null,
    position smallint not null,
    code varchar not null,
    indicator integer,
    name varchar,
    evidence varchar not null,
    note varchar not null,
    primary key (version_id, code)
);
