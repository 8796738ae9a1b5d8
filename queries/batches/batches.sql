-- The import ledger, newest first; seen tells whether the values of a batch count now.
-- reads: batches
-- -> batch_id, kind, form, file_name, sheet, imported_at, imported_by, is_sample, state, undone_at, undone_by, rows_read, rows_imported, rows_reported, added, changed, unchanged, identity, seen
select
    import_batch.batch_id,
    import_batch.kind,
    import_batch.form,
    import_batch.file_name,
    import_batch.sheet,
    import_batch.imported_at,
    import_batch.imported_by,
    import_batch.is_sample,
    import_batch.state,
    import_batch.undone_at,
    import_batch.undone_by,
    import_batch.rows_read,
    import_batch.rows_imported,
    import_batch.rows_reported,
    import_batch.added,
    import_batch.changed,
    import_batch.unchanged,
    import_batch.identity,
    visible_batch.batch_id is not null as seen
from import_batch
left join visible_batch on import_batch.batch_id = visible_batch.batch_id
order by import_batch.batch_id desc;
