-- The fiscal years (B.E.) the catalogue describes, with the score agencies are asked to reach.
-- agencies, passed (of them) and passed_percent are of the whole country, null where not known.
create table fiscal_year_version (
    version_id integer not null,
    year smallint not null,
    target decimal(18, 9) not null,
    notes varchar[] not null,
    agencies integer,
    passed integer,
    passed_percent decimal(18, 9),
    participation_note varchar,
    steady_band decimal(18, 9) default 1,
    primary key (version_id)
);
