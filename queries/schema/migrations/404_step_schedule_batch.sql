-- The file a decision came in, whose undoing takes it back; null for one made in the app.
alter table step_schedule add column if not exists batch_id integer;
