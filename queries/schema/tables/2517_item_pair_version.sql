-- An item of one year and the item of another year that is the same, or similar to it.
create table item_pair_version (
    version_id integer not null,
    position smallint not null,
    from_year smallint not null,
    from_item varchar not null,
    to_year smallint not null,
    to_item varchar not null,
    relation varchar not null,
    evidence varchar not null,
    primary key (version_id, position)
);
