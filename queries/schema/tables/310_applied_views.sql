-- Which texts of the views this store was given, the newest last; other texts make them anew.
create table applied_views (
    digest varchar not null,
    applied_at timestamptz not null default current_timestamp
);
