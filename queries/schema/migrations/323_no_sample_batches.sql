-- The imports of invented scores go from the ledger; a plan that came with them was real and stays.
delete from import_batch
where is_sample;
