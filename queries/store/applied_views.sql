-- The text of the views this store has, by its digest; null where it has none.
-- reads: store
-- -> digest
select
    (
        select applied_views.digest
        from applied_views
        order by applied_views.applied_at desc
        limit 1
    ) as digest;
