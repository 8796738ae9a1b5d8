-- Remember that a schema statement was applied.
-- $name varchar
insert into applied_schema (name) values ($name);
