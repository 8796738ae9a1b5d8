-- Append-only: who takes a step and by when, where somebody decided it; the newest row counts.
create table step_schedule (
    schedule_id integer primary key,
    agency_id integer not null default 1,
    step_id varchar not null,
    division varchar not null,
    due_date date,
    set_by varchar not null,
    set_at timestamptz not null default current_timestamp,
    batch_id integer
);
