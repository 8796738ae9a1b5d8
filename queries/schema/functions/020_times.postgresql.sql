-- A product so far, and its next factor.
-- sqlfluff:dialect:postgres
create function times(product numeric, factor bigint) returns numeric
language sql immutable strict parallel safe
return product * factor;
