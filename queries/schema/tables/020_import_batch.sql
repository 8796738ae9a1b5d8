-- One row an import: what came in, when, by whom; undone batches stay, they are only not seen.
-- identity is JSON: what was settled about the sheet, kind, agency and year, each with its cell.
create table import_batch (
    batch_id integer primary key,
    kind varchar not null check (kind in ('scores', 'plan', 'status', 'catalogue')),
    form varchar not null,
    file_name varchar not null,
    sha256 varchar not null,
    stored_name varchar not null,
    sheet varchar not null,
    imported_at timestamptz not null default current_timestamp,
    imported_by varchar not null,
    is_sample boolean not null,
    state varchar not null check (state in ('active', 'undone')),
    undone_at timestamptz,
    undone_by varchar,
    rows_read integer not null,
    rows_imported integer not null,
    rows_reported integer not null,
    added integer not null,
    changed integer not null,
    unchanged integer not null,
    control_sum hugeint not null,
    agency_id integer not null default 1,
    identity varchar default '[]'
);
