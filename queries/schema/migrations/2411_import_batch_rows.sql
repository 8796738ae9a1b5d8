-- Take every batch over: DuckDB cannot change a check, so the ledger moves to a table of its own.
insert into import_batch_next
select
    *,
    1 as agency_id
from import_batch;
