-- Drop the ledger that was taken over.
drop table import_batch;
