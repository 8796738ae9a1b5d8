-- Functions and views hold no data: they are made anew when a text of theirs changed.
-- sqlfluff:dialect:postgres
drop schema if exists answers cascade;
