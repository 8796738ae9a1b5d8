-- Whether a text holds another one.
-- sqlfluff:dialect:postgres
create function contains(whole text, part text) returns boolean
language sql immutable parallel safe
return strpos(whole, part) > 0;
