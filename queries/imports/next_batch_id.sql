-- The number the next import batch gets; numbers are never used twice.
-- -> batch_id
select nextval('batch_number') as batch_id;
