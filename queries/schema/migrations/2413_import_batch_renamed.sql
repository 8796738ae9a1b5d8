-- Give the ledger its name again; the views over it find it there.
alter table import_batch_next rename to import_batch;
