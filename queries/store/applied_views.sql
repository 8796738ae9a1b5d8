-- The text of the views this store has, by its digest; null where it has none.
-- reads: store
-- -> digest
select arg_max(digest, applied_at) as digest
from applied_views;
