-- Levels of each year, rank 1 the best: held when total and, where set, each instrument reach it.
create table level_rule_version (
    version_id integer not null,
    year smallint not null,
    rank smallint not null,
    name varchar not null,
    total_from decimal(18, 9) not null,
    each_from decimal(18, 9),
    evidence varchar not null,
    primary key (version_id, rank)
);
