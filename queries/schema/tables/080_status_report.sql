-- Append-only: what a division reported on a measure; the one about the newest day is current.
-- kind tells who speaks: a lead reports the state; support adds a note or evidence, no status;
-- step tells the state of the step that step_id names.
-- status_on is the day the state held, where the report tells it; budgets are in baht.
create table status_report (
    report_id integer primary key,
    measure_id varchar not null,
    reported_at timestamptz not null default current_timestamp,
    status varchar check (
        status in ('not-started', 'in-progress', 'done', 'cancelled')
    ),
    percent smallint check (percent between 0 and 100),
    note varchar not null,
    evidence varchar not null,
    reported_by varchar not null,
    batch_id integer,
    budget_planned double,
    budget_spent double,
    status_on date,
    kind varchar default 'lead',
    division varchar default '',
    agency_id integer default 1,
    step_id varchar default ''
);
