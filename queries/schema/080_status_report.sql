-- Append-only: what a division reported on a measure; the one about the newest day is current.
create table status_report (
    report_id integer primary key,
    measure_id varchar not null,
    reported_at timestamptz not null default current_timestamp,
    status varchar not null check (
        status in ('not-started', 'in-progress', 'done', 'cancelled')
    ),
    percent smallint check (percent between 0 and 100),
    note varchar not null,
    evidence varchar not null,
    reported_by varchar not null,
    batch_id integer
);
