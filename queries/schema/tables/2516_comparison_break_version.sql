-- Between these two years the scores of `codes` cannot be compared; no codes means all.
create table comparison_break_version (
    version_id integer not null,
    position smallint not null,
    from_year smallint not null,
    to_year smallint not null,
    scope varchar not null,
    codes varchar[] not null,
    reason varchar not null,
    evidence varchar not null,
    primary key (version_id, position)
);
