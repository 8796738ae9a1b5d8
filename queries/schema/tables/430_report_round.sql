-- Rounds of reporting: the day that is reported about and the day by which divisions send.
create table report_round (
    round_id integer primary key,
    agency_id integer not null default 1,
    plan_year smallint not null,
    name varchar not null,
    as_of date not null,
    deadline date not null,
    opened_by varchar not null,
    opened_at timestamptz not null default current_timestamp
);
