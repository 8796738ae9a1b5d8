-- Write the ledger row of an import.
-- writes: batches
-- $batch_id integer
-- $kind varchar scores, plan or status
-- $form varchar
-- $file_name varchar
-- $sha256 varchar of the file
-- $stored_name varchar name of the kept copy
-- $sheet varchar
-- $imported_by varchar
-- $is_sample boolean
-- $rows_read integer
-- $rows_imported integer
-- $rows_reported integer
-- $added integer
-- $changed integer
-- $unchanged integer
-- $control_sum hugeint
-- $identity varchar JSON, what was settled about the sheet
insert into import_batch (
    batch_id, kind, form, file_name, sha256, stored_name, sheet, imported_by, is_sample, state,
    rows_read, rows_imported, rows_reported, added, changed, unchanged, control_sum,
    identity
)
values (
    $batch_id, $kind, $form, $file_name, $sha256, $stored_name, $sheet, $imported_by, $is_sample,
    'active', $rows_read, $rows_imported, $rows_reported, $added, $changed, $unchanged,
    $control_sum, $identity
);
