-- Note the text of the views that the store was given, by its digest.
-- writes: store
-- $digest varchar
insert into applied_views (digest)
values ($digest);
