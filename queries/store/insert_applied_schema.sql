-- Note schema statements as applied.
-- writes: store
-- $names varchar[]
insert into applied_schema (name)
select unnest($names);
