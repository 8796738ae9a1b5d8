-- The letters that a code of a score begins with.
-- sqlfluff:dialect:postgres
create or replace function code_letters(code varchar) returns varchar
language sql immutable parallel safe
return substring(code from '^[a-zA-Z]*');
