-- Note schema statements as applied.
-- $names varchar[]
insert into applied_schema (name)
select unnest($names);
