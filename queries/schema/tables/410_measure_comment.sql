-- Append-only: what people write beside a measure, shown to its divisions.
create table measure_comment (
    comment_id integer primary key,
    agency_id integer not null default 1,
    measure_id varchar not null,
    text varchar not null,
    commented_by varchar not null,
    commented_at timestamptz not null default current_timestamp,
    batch_id integer
);
