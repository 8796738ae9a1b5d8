-- Put the newest import of the example at the moment it is said to have happened.
-- writes: batches
-- $moment varchar
update import_batch
set imported_at = cast($moment as timestamptz)
where imported_at > cast($moment as timestamptz);
