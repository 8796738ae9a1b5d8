-- Make what follows in this transaction there.
-- sqlfluff:dialect:postgres
set local search_path to answers, public;
