-- The text of the views this store has, by its digest; null where it has none.
-- -> digest
select arg_max(digest, applied_at) as digest
from applied_views;
