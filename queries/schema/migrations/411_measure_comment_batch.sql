-- The file a comment came in, whose undoing takes it back; null for one written in the app.
alter table measure_comment add column if not exists batch_id integer;
